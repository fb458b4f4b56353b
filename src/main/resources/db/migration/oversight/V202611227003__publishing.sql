-- A finding that somebody has seen and says is right as it stands. Tied to the facts it was raised on: other facts raise it again.
create table oversight.acknowledgement (
    authority_id uuid not null,
    id uuid not null,
    subject_id uuid not null,
    code text not null,
    facts text not null,
    reason text not null check (length(reason) between 3 and 2000),
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id)
);
create unique index acknowledged_once on oversight.acknowledgement (authority_id, subject_id, code, facts);

-- What the public reads: frozen when it was published, so that nothing written later shows before it is published too.
create table oversight.publication (
    authority_id uuid not null references access.authority,
    id uuid not null,
    kind text not null check (kind in ('inquiry', 'action-plan', 'outcome-measure', 'paper')),
    subject_id uuid not null,
    title text not null,
    content jsonb not null,
    published_at timestamptz not null,
    published_by uuid not null,
    withdrawn_at timestamptz,
    primary key (authority_id, id)
);
create index publication_of_subject on oversight.publication (authority_id, subject_id, published_at);

call oversight.protect('acknowledgement');
call oversight.protect('publication');
grant update (withdrawn_at) on oversight.publication to lantern_app;

-- All that anybody may read without an account: the latest publication of each subject that was not withdrawn.
create function oversight.published() returns table (authority text, authority_name text, id uuid, kind text, subject_id uuid, title text, content text, published_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
    select a.code, a.name, p.id, p.kind, p.subject_id, p.title, p.content::text, p.published_at
    from (select distinct on (p.authority_id, p.subject_id) p.* from oversight.publication p
          order by p.authority_id, p.subject_id, p.published_at desc) p
    join access.authority a on a.id = p.authority_id
    where p.withdrawn_at is null
$$;
revoke all on function oversight.published() from public;
grant execute on function oversight.published() to lantern_app;
