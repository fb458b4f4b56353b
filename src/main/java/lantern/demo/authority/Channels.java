package lantern.demo.authority;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lantern.access.SystemTokens;
import lantern.intake.LinkSigning;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How messages come and go in the demo: links for a home, a school and carers, a sender of e-mail, a hub manager who is away, a partner's webhook. */
public final class Channels {
    private Channels() {}

    private record Handed(String title, String whom, String agency) {}

    private static final List<Handed> LINKS = List.of(
            new Handed("Alder House", "home", "children"),
            new Handed("Foster carers", "carer", "children"),
            new Handed("Harbour School", "school", "education"));

    public static void add(JdbcClient owner, Region region, SystemTokens tokens) {
        var signing = new LinkSigning(tokens);
        var now = region.now().atOffset(ZoneOffset.UTC);
        for (var authority : region.authorities()) {
            for (var link : LINKS) {
                var id = UUID.nameUUIDFromBytes(
                        (authority.id() + link.title).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                owner.sql("""
                                insert into intake.report_link (authority_id, id, agency_id, title, for_whom, code_hash, made_at, made_by)
                                select :authority, :id, a.id, :title, :whom, :hash, :now::timestamptz - interval '90 days', :by
                                from access.agency a where a.authority_id = :authority and a.kind = :agency order by a.code limit 1
                                """)
                        .param("authority", authority.id())
                        .param("id", id)
                        .param("title", link.title)
                        .param("whom", link.whom)
                        .param("agency", link.agency)
                        .param("hash", signing.hash(signing.code(authority.id(), id)))
                        .param("now", now)
                        .param("by", authority.person("hub-manager"))
                        .update();
            }
            owner.sql("""
                            insert into intake.mail_sender (authority_id, id, agency_id, address, source, words, expected_every, recorded_at, recorded_by)
                            select :authority, md5('sender' || :authority::text)::uuid, a.id, '@police.example', 'police-mail', '{"misper surname": "family name"}',
                                   interval '24 hours', :now::timestamptz - interval '90 days', :by
                            from access.agency a where a.authority_id = :authority and a.kind = 'police' order by a.code limit 1
                            """)
                    .param("authority", authority.id())
                    .param("now", now)
                    .param("by", authority.person("hub-manager"))
                    .update();
            owner.sql("""
                            insert into timescales.cover (authority_id, id, person_id, deputy_id, starts_at, ends_at, made_at)
                            values (:authority, md5('cover' || :authority::text)::uuid, :away, :deputy, :now::timestamptz - interval '1 day', :now::timestamptz + interval '6 days',
                                    :now::timestamptz - interval '2 days')
                            """)
                    .param("authority", authority.id())
                    .param("away", authority.person("hub-manager"))
                    .param("deputy", authority.person("hub-worker"))
                    .param("now", now)
                    .update();
        }
    }
}
