package lantern.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import lantern.ServerTest;
import lantern.TestRegion;
import lantern.access.password.Passwords;
import lantern.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Wrong tries, from one place and from many, at one instance of Lantern and at several. */
class LockoutTest extends ServerTest {
    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Passwords passwords;

    @Autowired
    SignIns here;

    @Test
    void five_wrong_tries_at_several_instances_lock_the_account_at_all_of_them() {
        var email = region.newcomer("larkwater", "hub-worker", encoder.encode(TestRegion.PASSWORD));
        var there = anotherInstance();
        for (var i = 0; i < 5; i++)
            assertThat((i % 2 == 0 ? here : there).withCode(email, "not the password", code(), from()))
                    .isEmpty();
        assertThat(here.withCode(email, TestRegion.PASSWORD, code(), from())).isEmpty();
        assertThat(there.withCode(email, TestRegion.PASSWORD, code(), from())).isEmpty();
        assertThat(failures(email)).as("what is tried meanwhile").isEqualTo(5);
        database.owner()
                .sql("update access.credential set locked_until = now() where person_id = " + PERSON)
                .param("email", email)
                .update();
        assertThat(there.withCode(email, TestRegion.PASSWORD, code(), from())).isPresent();
        assertThat(failures(email)).isZero();
    }

    @Test
    void one_code_at_several_instances_at_once_opens_one_session() throws Exception {
        var email = region.newcomer("larkwater", "duty-worker", encoder.encode(TestRegion.PASSWORD));
        var there = anotherInstance();
        var code = code();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var tries = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Boolean>) () -> (i % 2 == 0 ? here : there)
                            .withCode(email, TestRegion.PASSWORD, code, from())
                            .isPresent())
                    .toList();
            var opened = 0;
            for (var each : threads.invokeAll(tries)) if (each.get()) opened++;
            assertThat(opened).isOne();
        }
    }

    @Test
    void very_many_wrong_tries_from_one_address_are_refused_there_and_nowhere_else() {
        var email = region.newcomer("larkwater", "hub-worker", encoder.encode(TestRegion.PASSWORD));
        var flood = from();
        for (var i = 0; i < 60; i++) here.failed("nobody-" + i + "@larkwater.example", flood);
        var compared = new AtomicInteger();
        var there = instance(new Counting(encoder, compared));
        assertThatThrownBy(() -> there.withCode(email, TestRegion.PASSWORD, code(), flood))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("from your network");
        assertThat(compared.get()).isZero();
        assertThat(there.withCode(email, TestRegion.PASSWORD, code(), from())).isPresent();
        database.owner()
                .sql("update access.sign_in_address set since = now() - interval '16 minutes' where address = :address")
                .param("address", flood.address())
                .update();
        assertThat(there.passwordIsRight(email, TestRegion.PASSWORD, flood)).isTrue();
    }

    @Test
    void an_unknown_name_a_disabled_person_and_a_wrong_password_cost_one_comparison_each() {
        var email = region.newcomer("larkwater", "hub-worker", encoder.encode(TestRegion.PASSWORD));
        var disabled = region.newcomer("larkwater", "hub-worker", encoder.encode(TestRegion.PASSWORD));
        database.owner()
                .sql("update access.person set state = 'disabled' where email = :email")
                .param("email", disabled)
                .update();
        var compared = new AtomicInteger();
        var there = instance(new Counting(encoder, compared));
        for (var name : new String[] {email, "nobody@larkwater.example", disabled}) {
            compared.set(0);
            assertThat(there.withCode(name, "not the password", code(), from())).isEmpty();
            assertThat(compared.get()).as(name).isOne();
        }
    }

    @Test
    void whoever_is_invited_again_begins_with_nothing_of_what_they_had() {
        var email = region.newcomer("larkwater", "hub-worker", encoder.encode(TestRegion.PASSWORD));
        var owner = database.owner();
        for (var sql : new String[] {
            "insert into access.recovery_code (authority_id, person_id, code_hash, made_at) select authority_id, id, '\\x01', now() from access.person where email = :email",
            "insert into access.passkey (authority_id, id, person_id, credential_id, credential, sign_count, name, made_at) "
                    + "select authority_id, gen_random_uuid(), id, uuid_send(gen_random_uuid()), '\\x01', 0, 'Phone', now() from access.person where email = :email",
            "update access.person set state = 'invited' where email = :email"
        }) owner.sql(sql).param("email", email).update();
        for (var table : new String[] {"credential", "recovery_code", "passkey", "openid_subject"})
            assertThat(owner.sql("select count(*) from access." + table + " where person_id = " + PERSON)
                            .param("email", email)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
    }

    private static final String PERSON = "(select id from access.person where email = :email)";

    private static int failures(String email) {
        return database.owner()
                .sql("select failures from access.credential where person_id = " + PERSON)
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    /** As another process on the same database has it: its own connections and its own memory. */
    private SignIns anotherInstance() {
        return instance(encoder);
    }

    private static SignIns instance(PasswordEncoder encoder) {
        var login = database.settings().app();
        var data = new DriverManagerDataSource(database.settings().url(), login.user(), login.password());
        return new SignIns(
                JdbcClient.create(data),
                new TransactionTemplate(new JdbcTransactionManager(data)),
                new Passwords(encoder));
    }

    private record Counting(PasswordEncoder encoder, AtomicInteger compared) implements PasswordEncoder {
        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.incrementAndGet();
            return encoder.matches(password, hash);
        }
    }

    private static From from() {
        return new From("test-" + UUID.randomUUID(), "A browser");
    }

    private static String code() {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(TestRegion.CODE_SECRET, "HmacSHA1"), Instant.now());
        } catch (java.security.InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
