-- Systems of agencies that are told what happens, by ids and codes alone. Registered here; the secret that signs what is sent is made from the id and a key
-- outside the database.
create table timescales.webhook (
    authority_id uuid not null,
    id uuid not null,
    agency_id uuid not null,
    url text not null check (length(url) <= 500),
    events text[] not null check (cardinality(events) between 1 and 50),
    made_at timestamptz not null,
    made_by uuid not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (authority_id, id),
    constraint ending_says_who check (num_nonnulls(ended_at, ended_by) in (0, 2))
);
create index webhook_in_force on timescales.webhook (authority_id) where ended_at is null;
-- One thing to be told to one of them, until it answered that it has it.
create table timescales.webhook_delivery (
    authority_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    event text not null,
    subject_kind text not null,
    subject_id uuid not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    next_at timestamptz,
    tries integer not null default 0,
    last_tried_at timestamptz,
    last_result text check (length(last_result) <= 200),
    delivered_at timestamptz,
    primary key (authority_id, id)
);
create index webhook_delivery_to_send on timescales.webhook_delivery (authority_id, next_at) where next_at is not null;
create index webhook_delivery_of on timescales.webhook_delivery (authority_id, webhook_id, recorded_at desc);

call access.protect_authority('timescales.webhook');
create policy of_own_agency on timescales.webhook as restrictive to lantern_app
    using ((select ctx.kind()) = 'SYSTEM' or (select ctx.can('manage-webhooks')) and (agency_id = (select ctx.agency()) or (select ctx.can('manage-all-agencies'))));
call access.protect_authority('timescales.webhook_delivery');
create policy goes_with_its_webhook on timescales.webhook_delivery as restrictive to lantern_app
    using (exists (select from timescales.webhook w where w.authority_id = (select ctx.authority()) and w.id = webhook_id));
grant select, insert, update (ended_at, ended_by) on timescales.webhook to lantern_app;
grant select, update (next_at, tries, last_tried_at, last_result, delivered_at) on timescales.webhook_delivery to lantern_app;

-- In the transaction of what happened. An agency is told of children it works with at that moment, and of none whose record is restricted; the hub's own
-- systems of every other child.
create function timescales.tell_webhooks() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not exists (select from timescales.webhook w where w.authority_id = new.authority_id and w.ended_at is null) then return null; end if;
    if new.child_id is not null and exists (
        select from access.restriction r where r.authority_id = new.authority_id and r.child_id = new.child_id and r.ended_at is null)
    then return null; end if;
    insert into timescales.webhook_delivery (authority_id, id, webhook_id, event, subject_kind, subject_id, happened_at, recorded_at, next_at)
    select new.authority_id, uuidv7(), w.id, new.event, new.subject_kind, new.subject_id, new.happened_at, new.recorded_at, new.recorded_at
    from timescales.webhook w join access.agency a on a.authority_id = w.authority_id and a.id = w.agency_id
    where w.authority_id = new.authority_id and w.ended_at is null and new.event = any (w.events)
      and (a.kind = 'children' or exists (
          select from access.involvement i where i.authority_id = new.authority_id and i.child_id = new.child_id and i.agency_id = w.agency_id
            and i.starts_at <= transaction_timestamp() and (i.ends_at is null or i.ends_at > transaction_timestamp())));
    return null;
end $$;
revoke all on function timescales.tell_webhooks() from public;
create trigger tell_webhooks after insert on timescales.happening for each row execute function timescales.tell_webhooks();

update access.role set permissions = permissions || '{manage-webhooks}' where code in ('administrator', 'agency-manager', 'hub-manager');
insert into access.scope (code, permissions, hub) values ('webhooks:manage', '{manage-webhooks}', false);
