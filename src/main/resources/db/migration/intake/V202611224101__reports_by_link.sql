-- What is handed out so that people without an account can report for an agency: the address of a form, and a code to type. Both are made from the id and a key
-- outside the database; here is only what a typed code is found by.
create table intake.report_link (
    authority_id uuid not null references access.authority,
    id uuid not null,
    agency_id uuid not null,
    title text not null check (length(title) between 1 and 80),
    for_whom text not null check (for_whom in ('carer', 'school', 'home', 'public')),
    code_hash bytea not null unique,
    made_at timestamptz not null,
    made_by uuid not null,
    expires_at timestamptz,
    ended_at timestamptz,
    ended_by uuid,
    primary key (authority_id, id),
    foreign key (authority_id, agency_id) references access.agency,
    constraint ending_says_who check (num_nonnulls(ended_at, ended_by) in (0, 2))
);
create index report_link_of_agency on intake.report_link (authority_id, agency_id);
call access.protect_authority('intake.report_link');
create policy managed on intake.report_link as restrictive to lantern_app
    using ((select ctx.kind()) = 'SYSTEM' or (select ctx.can('manage-intake')));
grant select, insert, update (ended_at, ended_by) on intake.report_link to lantern_app;

-- A report that somebody without an account is typing. Only Lantern itself reads it; once sent it is empty, and unsent it is gone after a day.
create table intake.report_draft (
    authority_id uuid not null references access.authority,
    id uuid not null,
    link_id uuid not null,
    secret_hash bytea not null,
    answers jsonb not null default '{}',
    started_at timestamptz not null,
    saved_at timestamptz not null,
    reference text not null,
    sent_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, link_id) references intake.report_link,
    constraint what_was_sent_is_kept_nowhere_else check (sent_at is null or answers = '{}')
);
create index report_draft_of_link on intake.report_draft (authority_id, link_id, sent_at);
create index report_draft_by_age on intake.report_draft (authority_id, saved_at);
alter table intake.report_draft enable row level security;
alter table intake.report_draft force row level security;
create policy owner_all on intake.report_draft to lantern_owner using (true) with check (true);
create policy lantern_keeps_it on intake.report_draft to lantern_app
    using (authority_id = (select ctx.authority()) and (select ctx.kind()) = 'SYSTEM');
grant select, insert, update (answers, saved_at, sent_at), delete on intake.report_draft to lantern_app;

-- A code typed by somebody whom nobody knows. What is asked for is a keyed hash, so that nothing can be learnt by asking for others.
create function intake.report_link_by_code(hash bytea) returns table (authority_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog rows 1 as $$
    select l.authority_id, l.id from intake.report_link l where l.code_hash = hash and l.ended_at is null $$;
revoke all on function intake.report_link_by_code(bytea) from public;
grant execute on function intake.report_link_by_code(bytea) to lantern_app;

-- How often one network or one link may begin, guess and send; the key is a keyed hash of it. Not logged: after a crash everybody may try again.
create unlogged table intake.report_limit (
    key bytea primary key,
    room double precision not null,
    filled_at timestamptz not null
);
create function intake.take_report(of_key bytea, per_hour integer) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    this_moment timestamptz := clock_timestamp();
    taken boolean;
begin
    insert into intake.report_limit as l (key, room, filled_at) values (of_key, per_hour - 1, this_moment)
    on conflict (key) do update
       set room = least(per_hour, l.room + greatest(0, extract(epoch from this_moment - l.filled_at)) * per_hour / 3600)
                  - (least(per_hour, l.room + greatest(0, extract(epoch from this_moment - l.filled_at)) * per_hour / 3600) >= 1)::integer,
           filled_at = greatest(l.filled_at, this_moment)
    returning old.room is null or least(per_hour, old.room + greatest(0, extract(epoch from this_moment - old.filled_at)) * per_hour / 3600) >= 1 into taken;
    return taken;
end $$;
create function intake.forget_old_reports(before timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() is distinct from 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    delete from intake.report_draft d where d.authority_id = ctx.authority() and d.saved_at < before;
    delete from intake.report_limit l where l.filled_at < before;
end $$;
revoke all on function intake.take_report(bytea, integer), intake.forget_old_reports(timestamptz) from public;
grant execute on function intake.take_report(bytea, integer), intake.forget_old_reports(timestamptz) to lantern_app;
