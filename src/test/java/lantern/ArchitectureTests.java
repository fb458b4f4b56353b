package lantern;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import lantern.access.Access;
import lantern.access.OpenToAll;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

class ArchitectureTests {
    private static final JavaClasses LANTERN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lantern");

    @Test
    void every_handler_asks_permission_or_says_why_it_is_open() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areNotAnnotatedWith(OpenToAll.class)
                .should(askAccess())
                .check(LANTERN);
    }

    @Test
    void every_controller_answers_within_one_transaction() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(LANTERN);
    }

    @Test
    void controllers_are_private_to_their_feature() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .notBePublic()
                .check(LANTERN);
    }

    @Test
    void only_the_injected_clock_knows_the_time() {
        for (var time : new Class<?>[] {
            Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class
        }) {
            noClasses()
                    .should()
                    .callMethodWhere(target(owner(type(time))).and(target(nameMatching("now"))))
                    .check(LANTERN);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(LANTERN);
    }

    @Test
    void no_name_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Entity|Service|Mapper|Facade)")
                .check(LANTERN);
    }

    private static ArchCondition<JavaMethod> askAccess() {
        return new ArchCondition<>("call Access.require or Access.actor, or be @OpenToAll with a reason") {
            @Override
            public void check(JavaMethod handler, ConditionEvents events) {
                var asks = handler.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Access.class)
                                && call.getName().matches("require|actor"));
                if (!asks)
                    events.add(SimpleConditionEvent.violated(handler, handler.getFullName() + " asks no permission"));
            }
        };
    }
}
