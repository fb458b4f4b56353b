-- What somebody does with their own account. Who that is comes from the verified context, never from a parameter.

create function access.my_sessions() returns table (id uuid, device text, way text, started timestamptz, last_seen timestamptz, this boolean)
language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.device, s.way, s.created_at, s.last_seen_at, s.id = (select ctx.session())
    from access.me() m join access.session s on s.authority_id = m.authority and s.person_id = m.person
    where s.ended_at is null and s.created_at > now() - interval '12 hours' and s.last_seen_at > now() - interval '15 minutes'
    order by s.id = (select ctx.session()) desc, s.last_seen_at desc $$;

-- Ends one session of one's own, or all but the one in use.
create function access.end_my_sessions(which uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
    me record := access.me();
    ended uuid[];
begin
    with gone as (
        update access.session s set ended_at = now()
         where s.authority_id = me.authority and s.person_id = me.person and s.ended_at is null
           and case when which is null then s.id <> ctx.session() else s.id = which end
        returning s.id)
    select coalesce(array_agg(id), '{}') into ended from gone;
    if ended <> '{}' then
        perform audit.write('sessions.ended', 'person', me.person, null, null, jsonb_build_object('sessions', to_jsonb(ended)));
    end if;
    return cardinality(ended);
end $$;

create function access.my_account() returns table (password boolean, recovery_left integer, recovery_made timestamptz, passkeys integer)
language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from access.credential c where c.authority_id = m.authority and c.person_id = m.person),
           (select count(*)::integer from access.recovery_code r where r.authority_id = m.authority and r.person_id = m.person and r.used_at is null),
           (select max(r.made_at) from access.recovery_code r where r.authority_id = m.authority and r.person_id = m.person),
           (select count(*)::integer from access.passkey k where k.authority_id = m.authority and k.person_id = m.person)
    from access.me() m $$;

-- One's own password hash and what a new password may not contain. Nothing while wrong tries have locked the account.
create function access.my_password() returns table (password_hash text, name text, email text)
language sql stable security definer set search_path = pg_catalog as $$
    select c.password_hash, p.name, p.email
    from access.me() m join access.person p on p.authority_id = m.authority and p.id = m.person
    join access.credential c on c.authority_id = m.authority and c.person_id = m.person
    where c.locked_until is null or c.locked_until < now() $$;

-- Every other session ends: whoever knew the old password is out.
create function access.change_password(new_hash text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me record := access.me();
begin
    update access.credential c set password_hash = new_hash where c.authority_id = me.authority and c.person_id = me.person;
    if not found then raise exception 'Only somebody with a password can change it' using errcode = 'insufficient_privilege'; end if;
    perform access.end_my_sessions(null);
    perform access.tell_account(me.authority, me.person, 'password.changed', null);
end $$;

create function access.renew_recovery_codes(hashes bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare me record := access.me();
begin
    if not exists (select from access.credential c where c.authority_id = me.authority and c.person_id = me.person) then
        raise exception 'Recovery codes go with a password' using errcode = 'insufficient_privilege';
    end if;
    perform access.set_recovery_codes(me.authority, me.person, hashes);
    perform access.tell_account(me.authority, me.person, 'recovery-codes.made', jsonb_build_object('codes', cardinality(hashes)));
end $$;

-- Another authenticator app, proved by a code of it; new recovery codes come with it.
create function access.change_authenticator(new_secret bytea, code text, hashes bytea[]) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    me record := access.me();
    this_step bigint := floor(extract(epoch from now()) / 30);
begin
    if not exists (select from generate_series(this_step - 1, this_step + 1) s where access.code_at(new_secret, s) = code) then return false; end if;
    update access.credential c set code_secret = new_secret, last_code_step = this_step where c.authority_id = me.authority and c.person_id = me.person;
    if not found then return false; end if;
    perform access.set_recovery_codes(me.authority, me.person, hashes);
    perform access.end_my_sessions(null);
    perform access.tell_account(me.authority, me.person, 'authenticator.changed', null);
    return true;
end $$;

-- Issues what an authenticator is to sign. Old ones go a few at a time, so that nobody has to sweep.
create function access.set_challenge(challenge bytea, purpose text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from access.challenge c
     where c.hash in (select o.hash from access.challenge o where o.expires_at < now() order by o.expires_at limit 20 for update skip locked);
    insert into access.challenge (hash, purpose, person_id, expires_at)
    values (sha256(challenge), purpose, (access.me()).person, now() + interval '5 minutes');
end $$;

create function access.take_challenge(challenge bytea, for_purpose text, by_person uuid) returns boolean
language plpgsql set search_path = pg_catalog as $$
begin
    delete from access.challenge c
     where c.hash = sha256(challenge) and c.purpose = for_purpose and c.expires_at > now()
       and (c.person_id is null or c.person_id = by_person);
    return found;
end $$;
revoke all on function access.take_challenge(bytea, text, uuid) from public;

create function access.my_passkeys() returns table (id uuid, name text, credential_id bytea, made_at timestamptz, last_used_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
    select k.id, k.name, k.credential_id, k.made_at, k.last_used_at
    from access.me() m join access.passkey k on k.authority_id = m.authority and k.person_id = m.person
    order by k.made_at, k.id $$;

-- False when the challenge was not issued to this person, is old or used, or the passkey is somebody's already.
create function access.add_passkey(passkey uuid, called text, new_credential_id bytea, attested bytea, counter bigint, challenge bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare me record := access.me();
begin
    if me.person is null or not access.take_challenge(challenge, 'passkey.add', me.person) then return false; end if;
    insert into access.passkey (authority_id, id, person_id, credential_id, credential, sign_count, name, made_at)
    values (me.authority, passkey, me.person, new_credential_id, attested, counter, called, now())
    on conflict (credential_id) do nothing;
    if not found then return false; end if;
    perform access.tell_account(me.authority, me.person, 'passkey.added', jsonb_build_object('passkey', passkey));
    return true;
end $$;

create function access.name_passkey(passkey uuid, called text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare me record := access.me();
begin
    update access.passkey k set name = called where k.authority_id = me.authority and k.person_id = me.person and k.id = passkey;
    return found;
end $$;

create function access.remove_passkey(passkey uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare me record := access.me();
begin
    delete from access.passkey k where k.authority_id = me.authority and k.person_id = me.person and k.id = passkey;
    if not found then return false; end if;
    perform access.tell_account(me.authority, me.person, 'passkey.removed', jsonb_build_object('passkey', passkey));
    return true;
end $$;

-- Public keys are no secret: with one of them nobody signs in.
create function access.passkey_of(of_credential bytea)
returns table (authority uuid, person uuid, sign_in_name text, credential bytea, sign_count bigint)
language sql stable security definer set search_path = pg_catalog as $$
    select k.authority_id, k.person_id, p.email, k.credential, k.sign_count
    from access.passkey k join access.person p on p.authority_id = k.authority_id and p.id = k.person_id
    where k.credential_id = of_credential and p.state = 'active' $$;

create function access.passkeys_of(of_sign_in_name text) returns table (credential_id bytea)
language sql stable security definer set search_path = pg_catalog as $$
    select k.credential_id from access.person p join access.passkey k on k.authority_id = p.authority_id and k.person_id = p.id
    where p.email = of_sign_in_name and p.state = 'active' $$;

-- Called as the authority's system actor once Lantern has checked the signature. A counter that does not rise where the authenticator keeps one is a copy.
create function access.open_session_by_passkey(of_credential bytea, counter bigint, challenge bytea, token text, session_id uuid, device text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    key record;
begin
    if facts is null or facts[7] <> 'SYSTEM' then
        raise exception 'Only Lantern itself opens a session for a passkey' using errcode = 'insufficient_privilege';
    end if;
    select k.* into key from access.passkey k join access.person p on p.authority_id = k.authority_id and p.id = k.person_id
     where k.credential_id = of_credential and k.authority_id = facts[1]::uuid and p.state = 'active'
     for update of k;
    if not found or not access.take_challenge(challenge, 'sign-in', key.person_id) then return false; end if;
    if counter <= key.sign_count and (counter > 0 or key.sign_count > 0) then
        perform access.tell_account(key.authority_id, key.person_id, 'passkey.copied', jsonb_build_object('passkey', key.id));
        return false;
    end if;
    update access.passkey k set sign_count = counter, last_used_at = now() where k.authority_id = key.authority_id and k.id = key.id;
    return access.start_session(key.authority_id, key.person_id, token, session_id, device, 'passkey');
end $$;

-- The authority of whoever the organisation's provider means: by the subject once it is known, before that by the address of an invitation.
create function access.openid_authority(of_issuer text, of_subject text, of_email text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(
        (select o.authority_id from access.openid_subject o where o.issuer = of_issuer and o.subject = of_subject),
        (select p.authority_id from access.person p where p.email = of_email)) $$;

-- Called as the authority's system actor once Lantern has checked the provider's answer. Nobody is added: who was not invited is refused, and so is an
-- address that belongs to another subject already. Says why it refused, or nothing.
create function access.open_session_by_openid(of_issuer text, of_subject text, of_email text, token text, session_id uuid, device text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    facts text[] := ctx.verified();
    who record;
begin
    if facts is null or facts[7] <> 'SYSTEM' then
        raise exception 'Only Lantern itself opens a session for an organisation''s account' using errcode = 'insufficient_privilege';
    end if;
    select p.id, p.state, o.subject, o.issuer into who from access.person p
      left join access.openid_subject o on o.authority_id = p.authority_id and o.person_id = p.id
     where p.authority_id = facts[1]::uuid
       and p.id = coalesce((select k.person_id from access.openid_subject k where k.issuer = of_issuer and k.subject = of_subject),
                           (select a.id from access.person a where a.authority_id = p.authority_id and a.email = of_email))
     for update of p;
    if not found then return 'unknown'; end if;
    if who.state = 'disabled' or who.subject is not null and (who.subject, who.issuer) <> (of_subject, of_issuer) then
        perform audit.write_for(facts[1]::uuid, who.id, 'sign-in.failed',
                                jsonb_build_object('why', case when who.state = 'disabled' then 'disabled' else 'another-subject' end));
        return case when who.state = 'disabled' then 'unknown' else 'another-subject' end;
    end if;
    if who.subject is null then
        insert into access.openid_subject (authority_id, person_id, issuer, subject, linked_at) values (facts[1]::uuid, who.id, of_issuer, of_subject, now());
        update access.person p set state = 'active' where p.authority_id = facts[1]::uuid and p.id = who.id;
        update access.invitation i set used_at = now() where i.authority_id = facts[1]::uuid and i.person_id = who.id and i.used_at is null;
        perform access.tell_account(facts[1]::uuid, who.id, 'organisation.linked', null);
    end if;
    if not access.start_session(facts[1]::uuid, who.id, token, session_id, device, 'organisation') then return 'unknown'; end if;
    return null;
end $$;

-- Somebody whom the provider knows and Lantern refuses: in the ledger of the authority that they are of.
create function access.openid_refused(of_email text, why text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    if facts is null or facts[7] <> 'SYSTEM' then
        raise exception 'Only Lantern itself refuses an organisation''s account' using errcode = 'insufficient_privilege';
    end if;
    perform audit.write_for(p.authority_id, p.id, 'sign-in.failed', jsonb_build_object('why', why))
       from access.person p where p.authority_id = facts[1]::uuid and p.email = of_email;
end $$;

do $$ declare door regprocedure; begin
    foreach door in array array['access.my_sessions()', 'access.end_my_sessions(uuid)', 'access.my_account()', 'access.my_password()',
        'access.change_password(text)', 'access.renew_recovery_codes(bytea[])',
        'access.change_authenticator(bytea, text, bytea[])', 'access.set_challenge(bytea, text)', 'access.my_passkeys()',
        'access.add_passkey(uuid, text, bytea, bytea, bigint, bytea)', 'access.name_passkey(uuid, text)', 'access.remove_passkey(uuid)',
        'access.passkey_of(bytea)', 'access.passkeys_of(text)', 'access.open_session_by_passkey(bytea, bigint, bytea, text, uuid, text)',
        'access.openid_authority(text, text, text)', 'access.open_session_by_openid(text, text, text, text, uuid, text)', 'access.openid_refused(text, text)']::regprocedure[] loop
        execute format('revoke all on function %s from public', door);
        execute format('grant execute on function %s to lantern_app', door);
    end loop;
end $$;
