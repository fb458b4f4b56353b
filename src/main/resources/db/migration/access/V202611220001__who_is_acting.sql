-- Who is acting is decided here and nowhere else. The application proves a session by its token; it can never name a person.
create schema ctx;
create schema access;
grant usage on schema ctx, access to lantern_app, lantern_sealer, lantern_matcher;

-- The proof of a context: what ctx.begin marked last in this session. PostgreSQL keeps a session's last value of a sequence in the session's own memory;
-- only who may update the sequence can set it, which is its owner, and reading it costs nothing (docs/decisions/0022).
create unlogged sequence ctx.proof as bigint minvalue -9223372036854775808 start 0;
grant select on sequence ctx.proof to lantern_app, lantern_sealer, lantern_matcher;

-- The mark of facts in this transaction and no other: the first eight bytes of a hash over both.
create function ctx.mark(facts text) returns bigint language sql stable set search_path = pg_catalog as $$
    select substr(sha256(convert_to(facts || extract(epoch from transaction_timestamp()), 'UTF8')), 1, 8)::bigint $$;

-- The verified facts of this transaction, or null. A setting that somebody made up, changed, or copied from another session or transaction does not have
-- the mark that ctx.begin left, so every policy denies; in a session that never began anything, the question itself is refused.
-- Its own search path: called now from a policy, now from a function with another path, it would be planned anew each time.
create function ctx.facts() returns text
language plpgsql stable set search_path = pg_catalog as $$
declare facts text := current_setting('lantern.context', true);
begin
    if facts is null or facts = '' then return null; end if;
    if currval('ctx.proof') <> substr(sha256(convert_to(facts || extract(epoch from transaction_timestamp()), 'UTF8')), 1, 8)::bigint then
        return null;
    end if;
    return facts;
end $$;
create function ctx.verified() returns text[] language sql stable as $$ select string_to_array(ctx.facts(), '|') $$;
revoke all on function ctx.facts() from public;
grant execute on function ctx.facts() to lantern_app, lantern_sealer, lantern_matcher;
revoke all on function ctx.verified() from public;
grant execute on function ctx.verified() to lantern_app, lantern_sealer, lantern_matcher;

create function ctx.seal(facts text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform setval('ctx.proof', ctx.mark(facts));
    perform set_config('lantern.context', facts, true);
end $$;
revoke all on function ctx.seal(text) from public;

-- Back to the facts that held before the last ctx.begin of this transaction. It left their mark in its own facts, so nobody else's can be brought.
create function ctx.back(facts text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    if ctx.mark(facts)::text is distinct from (ctx.verified())[11] then
        raise exception 'These are not the facts that held before' using errcode = 'insufficient_privilege';
    end if;
    perform ctx.seal(facts);
end $$;
revoke all on function ctx.back(text) from public;
grant execute on function ctx.back(text) to lantern_app;

-- From now on in this transaction the actor is named in, or opened, some record: ctx.begin looked before it was so.
create function ctx.is_named() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform ctx.seal(array_to_string((ctx.verified())[1:13] || '{named,-}'::text[], '|'));
end $$;
revoke all on function ctx.is_named() from public;

-- Every table of every query asks it: the facts begin with it.
create function ctx.authority() returns uuid language sql stable as $$ select left(ctx.facts(), 36)::uuid $$;
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

-- Whether the actor reads this section of the children they work with. Which of them it reads of every child: access.closed_in_reach.
create function ctx.sees(section text) returns boolean language plpgsql stable set search_path = pg_catalog as $$
declare facts text[] := ctx.verified();
begin
    return facts is not null and (facts[12] = '*' or section = any (string_to_array(facts[12], ',')));
end $$;
-- Whether the actor reads any section of the children they work with.
create function ctx.sees_some() returns boolean language sql stable as $$ select coalesce((ctx.verified())[12] <> '', false) $$;

grant execute on all functions in schema ctx to lantern_matcher, lantern_sealer;
revoke all on function ctx.seal(text), ctx.is_named() from lantern_matcher, lantern_sealer;
grant execute on function ctx.authority(), ctx.agency(), ctx.team(), ctx.actor(), ctx.session(), ctx.reach(), ctx.kind(), ctx.purpose(), ctx.role(),
    ctx.can(text), ctx.sees(text), ctx.sees_some() to lantern_app;
