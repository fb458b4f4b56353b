-- Begins a transaction for whoever holds the token: a person's session (at most 12 hours, 15 minutes idle) or a machine client's token.
-- No row means no context: every policy then denies, and the application answers "sign in".
create function ctx.begin(token text, purpose text)
returns table (authority uuid, authority_code text, agency uuid, agency_code text, team uuid, actor uuid, actor_name text, kind text,
               role text, role_title text, reach text, permissions text[], session uuid, sections text, every_child text,
               was text)
language plpgsql security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
    hash bytea := sha256(convert_to(token, 'UTF8'));
    agency_kind text;
    limits text[];
    named boolean := false;
    before text := case when ctx.verified() is null then '' else ctx.mark(current_setting('lantern.context'))::text end;
begin
    if starts_with(token, 'lt_') then
        select t.authority_id, u.code, c.agency_id, a.code, null::uuid, c.id, c.name, upper(c.kind), a.kind,
               case c.kind when 'system' then 'system' else 'client' end, 'Connected system',
               case when c.kind = 'system' or a.kind = 'children' and exists (select from access.scope s where s.hub and s.code = any (t.scopes))
                    then 'authority' else 'involved' end,
               case c.kind when 'system' then (select r.permissions from access.role r where r.code = 'system')
                    else (select coalesce(array_agg(distinct p), '{}') from access.scope s, unnest(s.permissions) p where s.code = any (t.scopes)) end,
               t.id
          into authority, authority_code, agency, agency_code, team, actor, actor_name, kind, agency_kind, role, role_title, reach, permissions, session
          from access.client_token t
          join access.client c on c.authority_id = t.authority_id and c.id = t.client_id
          join access.authority u on u.id = t.authority_id
          left join access.agency a on a.authority_id = c.authority_id and a.id = c.agency_id
         where t.token_hash = hash and t.revoked_at is null and (t.expires_at is null or t.expires_at > now());
        if not found then return; end if;
        -- Never waits: whoever holds the row is noting the same thing, and may be the transaction around this one.
        update access.client_token t set last_used_at = now()
         where t.id = (select u.id from access.client_token u
                       where u.id = session and (u.last_used_at is null or u.last_used_at < now() - interval '5 minutes') for update skip locked);
    else
        select s.authority_id, u.code, o.agency_id, a.code, o.team_id, p.id, p.name, 'PERSON', a.kind, r.code, r.title,
               case when a.kind = 'children' then r.reach else 'involved' end, r.permissions, r.sections, s.id,
               exists (select from access.named_person n where n.authority_id = p.authority_id and n.person_id = p.id)
                   or exists (select from access.break_glass b where b.authority_id = p.authority_id and b.person_id = p.id)
          into authority, authority_code, agency, agency_code, team, actor, actor_name, kind, agency_kind, role, role_title, reach, permissions,
               limits, session, named
          from access.session s
          join access.person p on p.authority_id = s.authority_id and p.id = s.person_id and p.state = 'active'
          join access.post o on o.authority_id = s.authority_id and o.id = s.post_id and (o.ends_at is null or o.ends_at > now())
          join access.role r on r.code = o.role
          join access.agency a on a.authority_id = o.authority_id and a.id = o.agency_id
          join access.authority u on u.id = s.authority_id
         where s.token_hash = hash and s.ended_at is null
           and s.created_at > now() - interval '12 hours' and s.last_seen_at > now() - interval '15 minutes';
        if not found then return; end if;
        update access.session s set last_seen_at = now()
         where s.id = (select u.id from access.session u
                       where u.id = session and u.last_seen_at < now() - interval '1 minute' for update skip locked);
    end if;
    if kind = 'SYSTEM' then
        sections := '*';
        every_child := '*';
    else
        select h.involved, h.every_child into sections, every_child
        from access.sections_held(authority, agency, agency_kind, role, reach, limits) h;
    end if;
    was := current_setting('lantern.context', true);
    perform ctx.seal(concat_ws('|', authority, coalesce(agency::text, ''), coalesce(team::text, ''), actor, session, reach, kind,
                               translate(left(coalesce(purpose, ''), 200), '|', '/'), array_to_string(permissions, ','), role, before, sections, every_child,
                               case when named then 'named' else '' end,
                               case when kind = 'SYSTEM' then 'all' when reach = 'authority' and every_child = '*' and not named then 'open' else '-' end));
    return next;
end $$;
revoke all on function ctx.begin(text, text) from public;
grant execute on function ctx.begin(text, text) to lantern_app;

-- Time-based one-time code (RFC 6238: SHA-1, 30 seconds, six digits), computed here so that the application role never reads a secret.
create function access.code_at(secret bytea, step bigint) returns text
language plpgsql immutable set search_path = pg_catalog as $$
declare
    mac bytea := ext.hmac(int8send(step), secret, 'sha1');
    start integer := get_byte(mac, 19) & 15;
begin
    return lpad(((((get_byte(mac, start) & 127)::bigint << 24) | (get_byte(mac, start + 1) << 16)
                 | (get_byte(mac, start + 2) << 8) | get_byte(mac, start + 3)) % 1000000)::text, 6, '0');
end $$;
revoke all on function access.code_at(bytea, bigint) from public;

-- What was typed into a session that has gone idle is kept for its owner, who finds it after signing in again. Nothing is read.
create function access.keep_draft(token text, form_path text, typed jsonb, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into access.draft (authority_id, person_id, form, fields, errors, saved_at)
    select s.authority_id, s.person_id, form_path, typed, '[]', at from access.session s
     where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.created_at > now() - interval '24 hours'
    on conflict (authority_id, person_id, form) do update set fields = excluded.fields, errors = excluded.errors, saved_at = excluded.saved_at;
    return found;
end $$;
revoke all on function access.keep_draft(text, text, jsonb, timestamptz) from public;
grant execute on function access.keep_draft(text, text, jsonb, timestamptz) to lantern_app;

-- The authorities there are, for jobs that then act in each one as its system actor: ids and codes only.
create function access.authorities() returns table (id uuid, code text)
language sql stable security definer set search_path = pg_catalog as $$ select id, code from access.authority order by code $$;
revoke all on function access.authorities() from public;
grant execute on function access.authorities() to lantern_app, lantern_sealer;
