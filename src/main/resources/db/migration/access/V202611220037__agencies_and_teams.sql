-- Agencies and teams: added and renamed, never removed; ended when nobody works in them any more.
create function access.keep_agency(which uuid, new_code text, new_kind text, called text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid := ctx.authority();
begin
    perform access.person_who_may('manage-all-agencies', null);
    update access.agency a set name = called where a.authority_id = mine and a.id = which and a.ended_at is null;
    if found then
        perform audit.write('agency.renamed', 'agency', which, null, null, null);
        return 'done';
    end if;
    insert into access.agency (authority_id, id, code, kind, name) values (mine, which, new_code, new_kind, called) on conflict do nothing;
    if not found then return 'taken'; end if;
    perform audit.write('agency.added', 'agency', which, null, null, jsonb_build_object('code', new_code, 'kind', new_kind));
    return 'done';
end $$;
revoke all on function access.keep_agency(uuid, text, text, text) from public;
grant execute on function access.keep_agency(uuid, text, text, text) to lantern_app;

create function access.keep_team(which uuid, in_agency uuid, called text) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid := ctx.authority();
begin
    if not access.looks_after(ctx.verified(), 'manage-people', in_agency) then return 'unknown'; end if;
    if not exists (select from access.agency a where a.authority_id = mine and a.id = in_agency and a.ended_at is null) then return 'unknown'; end if;
    if exists (select from access.team t where t.authority_id = mine and t.agency_id = in_agency and lower(t.name) = lower(called) and t.id <> which
               and t.ended_at is null) then return 'taken'; end if;
    update access.team t set name = called where t.authority_id = mine and t.id = which and t.agency_id = in_agency and t.ended_at is null;
    if found then
        perform audit.write('team.renamed', 'team', which, null, null, null);
        return 'done';
    end if;
    insert into access.team (authority_id, id, agency_id, name) values (mine, which, in_agency, called) on conflict do nothing;
    if not found then return 'unknown'; end if;
    perform audit.write('team.added', 'team', which, null, null, jsonb_build_object('agency', in_agency));
    return 'done';
end $$;
revoke all on function access.keep_team(uuid, uuid, text) from public;
grant execute on function access.keep_team(uuid, uuid, text) to lantern_app;

create function access.end_team(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    mine uuid := ctx.authority();
    whose uuid := (select t.agency_id from access.team t where t.authority_id = mine and t.id = which and t.ended_at is null for update);
begin
    if whose is null or not access.looks_after(ctx.verified(), 'manage-people', whose) then return 'unknown'; end if;
    if exists (select from access.post o where o.authority_id = mine and o.team_id = which and (o.ends_at is null or o.ends_at > transaction_timestamp())) then
        return 'people';
    end if;
    if exists (select from access.involvement i where i.authority_id = mine and i.team_id = which and i.ends_at is null) then return 'children'; end if;
    update access.team t set ended_at = transaction_timestamp() where t.authority_id = mine and t.id = which;
    perform audit.write('team.ended', 'team', which, null, null, null);
    return 'done';
end $$;
revoke all on function access.end_team(uuid) from public;
grant execute on function access.end_team(uuid) to lantern_app;

create function access.end_agency(which uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare mine uuid;
begin
    perform access.person_who_may('manage-all-agencies', null);
    mine := ctx.authority();
    perform from access.agency a where a.authority_id = mine and a.id = which and a.ended_at is null for update;
    if not found or which = ctx.agency() then return 'unknown'; end if;
    if exists (select from access.post o where o.authority_id = mine and o.agency_id = which and (o.ends_at is null or o.ends_at > transaction_timestamp())) then
        return 'people';
    end if;
    if exists (select from access.client c join access.client_token t on t.authority_id = c.authority_id and t.client_id = c.id and t.revoked_at is null
               where c.authority_id = mine and c.agency_id = which and (t.expires_at is null or t.expires_at > transaction_timestamp())) then return 'tokens'; end if;
    if exists (select from access.team t where t.authority_id = mine and t.agency_id = which and t.ended_at is null) then return 'teams'; end if;
    update access.agency a set ended_at = transaction_timestamp() where a.authority_id = mine and a.id = which;
    perform audit.write('agency.ended', 'agency', which, null, null, null);
    return 'done';
end $$;
revoke all on function access.end_agency(uuid) from public;
grant execute on function access.end_agency(uuid) to lantern_app;
