-- Other agencies keep the ledger's heads: what they hold cannot be changed by whoever holds this database and its signing key. A witness with an address is
-- sent every head until it has taken them, in order and as often as needed; one with a client token fetches them itself.
create table audit.witness (
    authority_id uuid not null references access.authority,
    id uuid not null,
    name text not null check (length(name) between 1 and 200),
    url text check (length(url) <= 500),
    client_id uuid,
    registered_at timestamptz not null,
    registered_by uuid not null,
    -- The last head it has taken; it is sent those after it.
    taken bigint not null default 0,
    next_at timestamptz not null,
    failures integer not null default 0,
    trouble text,
    ended_at timestamptz,
    ended_by uuid,
    primary key (authority_id, id),
    constraint sent_to_or_fetched_by check (num_nonnulls(url, client_id) = 1),
    constraint ending_says_who check (num_nonnulls(ended_at, ended_by) in (0, 2))
);
create unique index witness_of_client on audit.witness (authority_id, client_id) where client_id is not null and ended_at is null;

-- What a witness answered when it took heads, or that it holds another head than ours.
create table audit.receipt (
    authority_id uuid not null,
    id uuid not null,
    witness_id uuid not null,
    head bigint not null,
    hash text not null,
    agrees boolean not null,
    answer text not null check (length(answer) <= 4000),
    received_at timestamptz not null,
    primary key (authority_id, id),
    foreign key (authority_id, witness_id) references audit.witness
);
create index receipt_of_witness on audit.receipt (authority_id, witness_id, received_at desc);

-- An alarm that sealing lags, once for each trouble (which began with its oldest entry) and each step of its escalation.
create table audit.alarm (
    authority_id uuid not null references access.authority,
    began_at timestamptz not null,
    step integer not null,
    raised_at timestamptz not null,
    entries bigint not null,
    primary key (authority_id, began_at, step)
);

call access.protect_authority('audit.witness');
call access.protect_authority('audit.receipt');
call access.protect_authority('audit.alarm');
create policy only_lantern_raises on audit.alarm as restrictive for insert to lantern_app with check ((select ctx.kind()) = 'SYSTEM');
grant select on audit.witness, audit.receipt to lantern_app;
grant select, insert on audit.alarm to lantern_app;

create function audit.register_witness(new_id uuid, called text, address text, at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare actor uuid := access.person_who_may('review-access', null);
begin
    insert into audit.witness (authority_id, id, name, url, registered_at, registered_by, next_at)
    values (ctx.authority(), new_id, called, address, at, actor, at);
    perform audit.write('witness.registered', 'witness', new_id, null, null, null);
end $$;
create function audit.end_witness(ended uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare actor uuid := access.person_who_may('review-access', null);
begin
    update audit.witness w set ended_at = at, ended_by = actor where w.authority_id = ctx.authority() and w.id = ended and w.ended_at is null;
    if not found then return false; end if;
    perform audit.write('witness.ended', 'witness', ended, null, null, null);
    return true;
end $$;
-- A client that fetches heads is a witness from its first question on.
create function audit.witness_fetching(new_id uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    client uuid := ctx.actor();
    known uuid;
begin
    if mine is null or not ctx.can('read-heads') then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    select w.id into known from audit.witness w where w.authority_id = mine and w.client_id = client and w.ended_at is null;
    if known is not null then return known; end if;
    insert into audit.witness (authority_id, id, name, client_id, registered_at, registered_by, next_at)
    select mine, new_id, coalesce(max(c.name), 'A connected system'), client, at, client, at from access.client c where c.authority_id = mine and c.id = client
    on conflict do nothing;
    perform audit.write('witness.registered', 'witness', new_id, null, null, null);
    return new_id;
end $$;
-- Taken: they hold every head up to this one, or say that theirs differs. Failed: try again later.
create function audit.witness_answered(witness uuid, head bigint, head_hash text, agrees boolean, answer text, new_id uuid, at timestamptz, next timestamptz)
returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not (ctx.kind() = 'SYSTEM' or ctx.can('read-heads')) then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    update audit.witness w set taken = case when agrees then greatest(w.taken, head) else w.taken end, failures = 0, trouble = null, next_at = next
     where w.authority_id = ctx.authority() and w.id = witness and (ctx.kind() = 'SYSTEM' or w.client_id = ctx.actor());
    if not found then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    insert into audit.receipt (authority_id, id, witness_id, head, hash, agrees, answer, received_at)
    values (ctx.authority(), new_id, witness, head, head_hash, agrees, answer, at);
    if not agrees then
        perform audit.write('witness.disagreed', 'witness', witness, null, null, jsonb_build_object('head', head));
    end if;
end $$;
create function audit.witness_failed(witness uuid, what text, next timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if ctx.kind() <> 'SYSTEM' then raise exception 'Not allowed' using errcode = 'insufficient_privilege'; end if;
    update audit.witness w set failures = w.failures + 1, trouble = what, next_at = next where w.authority_id = ctx.authority() and w.id = witness;
end $$;
revoke all on function audit.register_witness(uuid, text, text, timestamptz), audit.end_witness(uuid, timestamptz), audit.witness_fetching(uuid, timestamptz),
    audit.witness_answered(uuid, bigint, text, boolean, text, uuid, timestamptz, timestamptz), audit.witness_failed(uuid, text, timestamptz) from public;
grant execute on function audit.register_witness(uuid, text, text, timestamptz), audit.end_witness(uuid, timestamptz), audit.witness_fetching(uuid, timestamptz),
    audit.witness_answered(uuid, bigint, text, boolean, text, uuid, timestamptz, timestamptz), audit.witness_failed(uuid, text, timestamptz) to lantern_app;

insert into access.scope (code, permissions, hub) values ('ledger:witness', '{read-heads}', false);
