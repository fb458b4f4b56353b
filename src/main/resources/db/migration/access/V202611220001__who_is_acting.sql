-- Who is acting is decided here and nowhere else. The application proves a session by its token; it can never name a person.
create schema ctx;
create schema access;
grant usage on schema ctx, access to lantern_app, lantern_sealer, lantern_matcher;

create table ctx.key (only_one boolean primary key default true check (only_one), key bytea not null);
insert into ctx.key (key) values (ext.gen_random_bytes(32));

-- The verified facts of this transaction, or null. The setting carries a code that only ctx.begin can make, bound to this backend and this transaction,
-- so a forged or replayed setting verifies to nothing and every policy then denies.
create function ctx.verified() returns text[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    setting text := current_setting('lantern.context', true);
    secret bytea;
begin
    if setting is null or length(setting) < 66 then return null; end if;
    select key into secret from ctx.key;
    if left(setting, 64) <> encode(ext.hmac(convert_to(
            substr(setting, 66) || pg_backend_pid() || extract(epoch from transaction_timestamp()), 'UTF8'), secret, 'sha256'), 'hex') then
        return null;
    end if;
    return string_to_array(substr(setting, 66), '|');
end $$;

create function ctx.seal(facts text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare secret bytea;
begin
    select key into secret from ctx.key;
    perform set_config('lantern.context', encode(ext.hmac(convert_to(
            facts || pg_backend_pid() || extract(epoch from transaction_timestamp()), 'UTF8'), secret, 'sha256'), 'hex') || ':' || facts, true);
end $$;
revoke all on function ctx.seal(text) from public;
revoke all on function ctx.verified() from public;
grant execute on function ctx.verified() to lantern_app, lantern_sealer, lantern_matcher;

create function ctx.authority() returns uuid language sql stable as $$ select nullif((ctx.verified())[1], '')::uuid $$;
create function ctx.agency() returns uuid language sql stable as $$ select nullif((ctx.verified())[2], '')::uuid $$;
create function ctx.team() returns uuid language sql stable as $$ select nullif((ctx.verified())[3], '')::uuid $$;
create function ctx.actor() returns uuid language sql stable as $$ select nullif((ctx.verified())[4], '')::uuid $$;
create function ctx.session() returns uuid language sql stable as $$ select nullif((ctx.verified())[5], '')::uuid $$;
create function ctx.reach() returns text language sql stable as $$ select (ctx.verified())[6] $$;
create function ctx.kind() returns text language sql stable as $$ select (ctx.verified())[7] $$;
create function ctx.purpose() returns text language sql stable as $$ select (ctx.verified())[8] $$;
create function ctx.role() returns text language sql stable as $$ select (ctx.verified())[10] $$;
create function ctx.can(permission text) returns boolean language sql stable as $$
    select coalesce(permission = any (string_to_array((ctx.verified())[9], ',')), false) $$;

grant execute on all functions in schema ctx to lantern_matcher, lantern_sealer;
revoke all on function ctx.seal(text) from lantern_matcher, lantern_sealer;
grant execute on function ctx.authority(), ctx.agency(), ctx.team(), ctx.actor(), ctx.session(), ctx.reach(), ctx.kind(), ctx.purpose(), ctx.role(),
    ctx.can(text) to lantern_app;
