package lantern.demo.authority;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the pages of administration show: when people were last in Lantern, a system whose token runs out, a change that waits for a second person. Who has
 * not signed in for longest is told, and let out, by Lantern itself soon after the demo starts.
 */
public final class Administration {
    private Administration() {}

    public static void add(JdbcClient owner, Region region) {
        var now = region.now().atOffset(ZoneOffset.UTC);
        for (var authority : region.authorities()) {
            // Between today and 34 days ago by a number made from their id; every fortieth caseworker not for 80 or 95
            // days.
            owner.sql("""
                            with person as (
                                select p.authority_id, p.id, o.id as post_id, o.role, ('x' || substr(md5(p.id::text), 1, 7))::bit(28)::integer as number
                                from access.person p join access.post o on o.authority_id = p.authority_id and o.person_id = p.id
                                where p.authority_id = :authority),
                            used as (
                                select *, :now::timestamptz - make_interval(mins => 20) - case
                                    when role = 'social-worker' and number % 40 = 1 then interval '80 days'
                                    when role = 'social-worker' and number % 40 = 2 then interval '95 days'
                                    else make_interval(hours => number % 800) end as at
                                from person)
                            insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at, ended_at)
                            select md5('session of ' || id)::uuid, sha256(convert_to('session of ' || id, 'UTF8')), authority_id, id, post_id, at, at, at from used
                            """).param("authority", authority.id()).param("now", now).update();
            owner.sql("""
                            insert into access.client_token (id, token_hash, authority_id, client_id, scopes, created_at, expires_at, last_used_at)
                            values (md5('token of ' || :client::text)::uuid, sha256(convert_to('token of ' || :client::text, 'UTF8')), :authority, :client, '{notifications:write}',
                                    :now::timestamptz - interval '344 days', :now::timestamptz + interval '21 days', :now::timestamptz - interval '3 minutes')
                            """)
                    .param("authority", authority.id())
                    .param("client", authority.policeSystem())
                    .param("now", now)
                    .update();
            owner.sql("""
                            insert into access.person_change (authority_id, id, person_id, kind, ends_post, agency_id, team_id, role, takes_effect_at, reason, asked_at, asked_by, needs_second)
                            select o.authority_id, md5('change of ' || o.id)::uuid, o.person_id, 'post', o.id, o.agency_id, o.team_id, 'hub-manager', :now,
                                   'Leads the hub while its manager is on leave', :now::timestamptz - interval '2 hours', :asker, true
                            from access.post o where o.authority_id = :authority and o.role = 'hub-worker'
                            """)
                    .param("authority", authority.id())
                    .param("asker", authority.person("hub-manager"))
                    .param("now", now)
                    .update();
        }
    }
}
