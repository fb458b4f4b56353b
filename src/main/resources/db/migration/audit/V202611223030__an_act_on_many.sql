-- One act done to many children at once, such as an import: an entry for each, in one statement. Who acted comes from the verified context, as in audit.write.
create function audit.write_each(act text, subject_kind text, subjects uuid[], of_children uuid[], detail jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    fact text[] := ctx.verified();
begin
    if fact is null or fact[4] = '' then
        raise exception 'No ledger entry without a verified session: begin the transaction with ctx.begin' using errcode = 'insufficient_privilege';
    end if;
    insert into audit.entry (authority_id, act, actor_id, actor_kind, agency_id, session_id, purpose, subject_kind, subject_id, child_id, detail)
    select fact[1]::uuid, write_each.act, fact[4]::uuid, fact[7], nullif(fact[2], '')::uuid, nullif(fact[5], '')::uuid, nullif(fact[8], ''),
           write_each.subject_kind, each.subject, each.child, write_each.detail
    from unnest(subjects, of_children) each (subject, child);
end $$;
revoke all on function audit.write_each(text, text, uuid[], uuid[], jsonb) from public;
grant execute on function audit.write_each(text, text, uuid[], uuid[], jsonb) to lantern_app;
