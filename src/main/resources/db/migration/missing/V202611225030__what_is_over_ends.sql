-- What gave an agency sight of the child is over: ends each involvement by a notification or an episode, so many days after as the agency's agreements in
-- force say (28 where none does: decision 0024). A notification is over when it was decided and its episode is closed; an episode when it is closed, void,
-- or merged into one that is closed. For Lantern's own job; nobody else's policies let it see all of them.
create function missing.end_what_is_over(now timestamptz) returns bigint language sql set search_path = pg_catalog as $$
    with over as (
        select i.id, i.agency_id,
               case i.kind
                   when 'episode' then (select coalesce(e.closed_at, e.void_at, kept.closed_at, kept.void_at) from missing.episode e
                                        left join missing.episode kept on kept.authority_id = e.authority_id and kept.id = e.merged_into
                                        where e.authority_id = i.authority_id and e.id = i.subject_id)
                   else (select case
                                    when e.id is not null then coalesce(e.closed_at, e.void_at)
                                    when n.state in ('triaged', 'no-action', 'paired') then
                                        coalesce((select max(t.decided_at) from intake.v_triage t
                                                  where t.authority_id = n.authority_id and t.notification_id = n.id), n.received_at)
                                end
                         from intake.v_notification n
                         left join missing.episode_notification l on l.authority_id = n.authority_id and l.notification_id = n.id
                         left join missing.episode e on e.authority_id = l.authority_id and e.id = l.episode_id
                         where n.authority_id = i.authority_id and n.id = i.subject_id)
               end as over_at
        from access.involvement i
        where i.authority_id = (select ctx.authority()) and i.kind in ('notification', 'episode') and i.ends_at is null
    ), due as (
        select o.id, o.over_at + make_interval(days => coalesce((select max(a.days_after) from access.v_agreement a
                                                                 where a.authority_id = (select ctx.authority()) and a.agency_id = o.agency_id
                                                                   and a.standing = 'in-force'), 28)) as ends_at
        from over o where o.over_at is not null
    ), ended as (
        update access.involvement i set ends_at = d.ends_at from due d
        where i.authority_id = (select ctx.authority()) and i.id = d.id and d.ends_at <= now
        returning i.id
    )
    select count(id) from ended $$;
revoke all on function missing.end_what_is_over(timestamptz) from public;
grant execute on function missing.end_what_is_over(timestamptz) to lantern_app;
