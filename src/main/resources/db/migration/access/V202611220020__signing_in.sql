-- What people sign in with. Secrets are read by functions of the owner only: the application passes what was typed and is told yes or no. A session is
-- opened for a one-time code or a recovery code that the database itself compares; where only Lantern can (a passkey's signature, the answer of an
-- organisation's identity provider), it has to act as the authority's system actor, whose token is kept outside the database. So a statement slipped into
-- the application cannot become a person.

alter table access.session
    add column device text not null default 'A browser',
    add column way text not null default 'code' check (way in ('code', 'recovery-code', 'passkey', 'organisation'));

-- A way back in when the authenticator is lost: 80 random bits each, so a plain hash holds.
create table access.recovery_code (
    authority_id uuid not null,
    person_id uuid not null,
    code_hash bytea not null,
    made_at timestamptz not null,
    used_at timestamptz,
    primary key (authority_id, person_id, code_hash),
    foreign key (authority_id, person_id) references access.person
);
create table access.passkey (
    authority_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    credential_id bytea not null unique,
    -- authenticator model, credential id and public key as the authenticator attested them (WebAuthn, "attested credential data")
    credential bytea not null,
    sign_count bigint not null,
    name text not null check (length(name) between 1 and 60),
    made_at timestamptz not null,
    last_used_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, person_id) references access.person
);
create index passkey_of_person on access.passkey (authority_id, person_id);
-- What an authenticator is asked to sign: issued here, for five minutes, taken once.
create table access.challenge (
    hash bytea primary key,
    purpose text not null,
    person_id uuid,
    expires_at timestamptz not null
);
create index challenge_expires on access.challenge (expires_at);
-- Whom an organisation's identity provider means. An address of theirs may be given to somebody else one day; the subject never is.
create table access.openid_subject (
    authority_id uuid not null,
    person_id uuid not null,
    issuer text not null,
    subject text not null,
    linked_at timestamptz not null,
    primary key (authority_id, person_id),
    unique (issuer, subject),
    foreign key (authority_id, person_id) references access.person
);
-- What happened to somebody's means of signing in, for them to notice when it was not them.
create table access.account_notice (
    authority_id uuid not null,
    id uuid not null default uuidv7(),
    person_id uuid not null,
    act text not null,
    at timestamptz not null,
    seen_at timestamptz,
    primary key (authority_id, id),
    foreign key (authority_id, person_id) references access.person
);
create index account_notice_of_person on access.account_notice (authority_id, person_id, id desc);
-- Wrong tries by the address they came from, whoever's account they were for.
create unlogged table access.sign_in_address (
    address text primary key,
    failures integer not null,
    since timestamptz not null
);

do $$ declare secret regclass; begin
    foreach secret in array '{access.recovery_code,access.passkey,access.challenge,access.openid_subject,access.sign_in_address}'::regclass[] loop
        execute format('alter table %s enable row level security', secret);
        execute format('alter table %s force row level security', secret);
        execute format('create policy owner_all on %s to lantern_owner using (true) with check (true)', secret);
    end loop;
end $$;
alter table access.account_notice enable row level security;
alter table access.account_notice force row level security;
create policy owner_all on access.account_notice to lantern_owner using (true) with check (true);
create policy own_notices on access.account_notice to lantern_app
    using (authority_id = (select ctx.authority()) and person_id = (select ctx.actor()));
grant select, update (seen_at) on access.account_notice to lantern_app;

-- The person who acts, or nothing for a machine.
create function access.me(out authority uuid, out person uuid)
language plpgsql stable set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    if facts[7] = 'PERSON' then authority := facts[1]; person := facts[4]; end if;
end $$;
revoke all on function access.me() from public;

create function access.tell_account(authority uuid, person uuid, act text, detail jsonb) returns void
language plpgsql set search_path = pg_catalog as $$
begin
    insert into access.account_notice (authority_id, person_id, act, at) values (authority, person, act, now());
    if (ctx.verified())[4] = person::text then
        perform audit.write(act, 'person', person, null, null, detail);
    else
        perform audit.write_for(authority, person, act, detail);
    end if;
end $$;
revoke all on function access.tell_account(uuid, uuid, text, jsonb) from public;

create function access.start_session(authority uuid, person uuid, token text, session_id uuid, device text, way text) returns boolean
language plpgsql set search_path = pg_catalog as $$
declare post uuid;
begin
    select o.id into post from access.post o
     where o.authority_id = authority and o.person_id = person and (o.ends_at is null or o.ends_at > now())
     order by o.starts_at desc limit 1;
    if not found then return false; end if;
    update access.credential c set failures = 0, locked_until = null where c.authority_id = authority and c.person_id = person;
    insert into access.session (id, token_hash, authority_id, person_id, post_id, created_at, last_seen_at, device, way)
    values (session_id, sha256(convert_to(token, 'UTF8')), authority, person, post, now(), now(), left(device, 80), way);
    perform audit.write_for(authority, person, 'sign-in.done', jsonb_build_object('session', session_id, 'way', way));
    return true;
end $$;
revoke all on function access.start_session(uuid, uuid, text, uuid, text, text) from public;

-- The stored password hash, for the application to compare; nothing else of the account.
create function access.password_of(sign_in_name text) returns table (password_hash text, locked_until timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
    select c.password_hash, c.locked_until from access.person p
    join access.credential c on c.authority_id = p.authority_id and c.person_id = p.id
    where p.email = sign_in_name and p.state = 'active' $$;

-- Back-off after a wrong password or code: the fifth failure locks for a minute, each further one twice as long, at most an hour. While an account is locked
-- nothing that is tried is counted: nobody can keep it locked by going on.
create function access.sign_in_failed(sign_in_name text, from_address text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into access.sign_in_address as a (address, failures, since) values (from_address, 1, now())
    on conflict (address) do update
        set failures = case when a.since < now() - interval '15 minutes' then 1 else a.failures + 1 end,
            since = case when a.since < now() - interval '15 minutes' then now() else a.since end;
    perform audit.write_for(p.authority_id, p.id, 'sign-in.failed', null) from access.person p where p.email = sign_in_name;
    update access.credential c
       set failures = c.failures + 1,
           locked_until = case when c.failures + 1 >= 5
               then now() + least(interval '1 hour', interval '1 minute' * power(2, least(c.failures - 4, 10))) end
      from access.person p
     where p.email = sign_in_name and c.authority_id = p.authority_id and c.person_id = p.id
       and (c.locked_until is null or c.locked_until < now());
end $$;

-- An address with very many wrong tries waits until a quarter of an hour has gone by, before anything is worked out for it.
create function access.address_may_try(from_address text, most integer) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
    select not exists (select from access.sign_in_address a
                       where a.address = from_address and a.failures >= most and a.since > now() - interval '15 minutes') $$;

-- Opens a session for a right, unused one-time code.
create function access.open_session(sign_in_name text, code text, token text, session_id uuid, device text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    who record;
    this_step bigint := floor(extract(epoch from now()) / 30);
    used bigint;
begin
    select c.* into who from access.person p join access.credential c on c.authority_id = p.authority_id and c.person_id = p.id
     where p.email = sign_in_name and p.state = 'active' and (c.locked_until is null or c.locked_until < now())
     for update of c;
    if not found then return false; end if;
    select s into used from generate_series(this_step - 1, this_step + 1) s
     where s > who.last_code_step and access.code_at(who.code_secret, s) = code order by s limit 1;
    if used is null then return false; end if;
    update access.credential c set last_code_step = used where c.authority_id = who.authority_id and c.person_id = who.person_id;
    return access.start_session(who.authority_id, who.person_id, token, session_id, device, 'code');
end $$;

-- The same for a recovery code, which is then used up; the person is told.
create function access.open_session_by_recovery(sign_in_name text, code text, token text, session_id uuid, device text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare who record;
begin
    select c.* into who from access.person p join access.credential c on c.authority_id = p.authority_id and c.person_id = p.id
     where p.email = sign_in_name and p.state = 'active' and (c.locked_until is null or c.locked_until < now())
     for update of c;
    if not found or not exists (select from access.recovery_code r
                                where r.authority_id = who.authority_id and r.person_id = who.person_id and r.used_at is null
                                  and r.code_hash = sha256(convert_to(code, 'UTF8'))) then
        return false;
    end if;
    if not access.start_session(who.authority_id, who.person_id, token, session_id, device, 'recovery-code') then return false; end if;
    update access.recovery_code r set used_at = now()
     where r.authority_id = who.authority_id and r.person_id = who.person_id and r.code_hash = sha256(convert_to(code, 'UTF8'));
    perform access.tell_account(who.authority_id, who.person_id, 'recovery-code.used', jsonb_build_object('left',
        (select count(*) from access.recovery_code r
         where r.authority_id = who.authority_id and r.person_id = who.person_id and r.used_at is null)));
    return true;
end $$;

create function access.end_session(token text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare ended record;
begin
    update access.session s set ended_at = now() where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null
    returning s.authority_id, s.person_id, s.id into ended;
    if found then
        perform audit.write_for(ended.authority_id, ended.person_id, 'sign-out.done', jsonb_build_object('session', ended.id));
    end if;
end $$;

create function access.set_recovery_codes(authority uuid, person uuid, hashes bytea[]) returns void
language plpgsql set search_path = pg_catalog as $$
begin
    delete from access.recovery_code r where r.authority_id = authority and r.person_id = person;
    insert into access.recovery_code (authority_id, person_id, code_hash, made_at) select authority, person, h, now() from unnest(hashes) h;
end $$;
revoke all on function access.set_recovery_codes(uuid, uuid, bytea[]) from public;

-- Whose an invitation is, for as long as it can be used.
create function access.invitation_of(token text) returns table (name text, email text)
language sql stable security definer set search_path = pg_catalog as $$
    select p.name, p.email from access.invitation i join access.person p on p.authority_id = i.authority_id and p.id = i.person_id
    where i.token_hash = sha256(convert_to(token, 'UTF8')) and i.used_at is null and i.expires_at > now() and p.state <> 'disabled' $$;

-- An invitation is used once: it sets the password, the secret of the one-time codes and the recovery codes.
create function access.accept_invitation(token text, new_password_hash text, new_code_secret bytea, code text, recovery_hashes bytea[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    invited record;
    this_step bigint := floor(extract(epoch from now()) / 30);
begin
    if not exists (select from generate_series(this_step - 1, this_step + 1) s where access.code_at(new_code_secret, s) = code) then return false; end if;
    update access.invitation i set used_at = now()
      from access.person p
     where i.token_hash = sha256(convert_to(token, 'UTF8')) and i.used_at is null and i.expires_at > now()
       and p.authority_id = i.authority_id and p.id = i.person_id and p.state <> 'disabled'
    returning i.authority_id, i.person_id into invited;
    if not found then return false; end if;
    insert into access.credential (authority_id, person_id, password_hash, code_secret, last_code_step)
    values (invited.authority_id, invited.person_id, new_password_hash, new_code_secret, this_step)
    on conflict (authority_id, person_id) do update
        set password_hash = excluded.password_hash, code_secret = excluded.code_secret, failures = 0, locked_until = null, last_code_step = this_step;
    perform access.set_recovery_codes(invited.authority_id, invited.person_id, recovery_hashes);
    update access.person set state = 'active' where authority_id = invited.authority_id and id = invited.person_id;
    perform access.tell_account(invited.authority_id, invited.person_id, 'invitation.accepted', null);
    return true;
end $$;

-- Everything that somebody signs in with is gone.
create function access.forget_means(authority uuid, person uuid) returns void
language plpgsql set search_path = pg_catalog as $$
begin
    delete from access.credential c where c.authority_id = authority and c.person_id = person;
    delete from access.recovery_code r where r.authority_id = authority and r.person_id = person;
    delete from access.passkey k where k.authority_id = authority and k.person_id = person;
    delete from access.openid_subject o where o.authority_id = authority and o.person_id = person;
end $$;
revoke all on function access.forget_means(uuid, uuid) from public;

-- And they are signed out: before a new invitation, or when they leave.
create function access.forget_sign_in(authority uuid, person uuid) returns void
language plpgsql set search_path = pg_catalog as $$
begin
    perform access.forget_means(authority, person);
    update access.invitation i set used_at = now() where i.authority_id = authority and i.person_id = person and i.used_at is null;
    update access.session s set ended_at = now() where s.authority_id = authority and s.person_id = person and s.ended_at is null;
end $$;
revoke all on function access.forget_sign_in(uuid, uuid) from public;

-- Whoever is invited again, whoever did it and by whichever page, begins with nothing of what they had before.
create function access.invited_again() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform access.forget_means(new.authority_id, new.id);
    return null;
end $$;
revoke all on function access.invited_again() from public;
create trigger invited_again after update of state on access.person
    for each row when (new.state = 'invited' and old.state <> 'invited') execute function access.invited_again();

do $$ declare door regprocedure; begin
    foreach door in array array['access.password_of(text)', 'access.sign_in_failed(text, text)', 'access.address_may_try(text, integer)',
        'access.open_session(text, text, text, uuid, text)', 'access.open_session_by_recovery(text, text, text, uuid, text)', 'access.end_session(text)',
        'access.invitation_of(text)', 'access.accept_invitation(text, text, bytea, text, bytea[])']::regprocedure[] loop
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to lantern_app', door);
    end loop;
end $$;
