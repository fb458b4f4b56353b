-- What came in by files: each import, and for each row the child or fact it became, so that the same row is never taken twice.
create table children.import (
    authority_id uuid not null references access.authority,
    id uuid not null,
    kind text not null,
    rows integer not null,
    taken integer not null,
    left_out integer not null,
    imported_at timestamptz not null,
    imported_by uuid not null,
    primary key (authority_id, id),
    constraint no_more_than_there_are check (taken + left_out <= rows)
);
create table children.import_row (
    authority_id uuid not null,
    kind text not null,
    source_reference text not null,
    child_id uuid not null,
    digest text not null,
    import_id uuid not null,
    primary key (authority_id, kind, source_reference)
);
create index import_row_of_child on children.import_row (authority_id, child_id);
call access.protect_authority('children.import');
call access.protect('children.import_row', section => 'identity');
grant select, insert on children.import, children.import_row to lantern_app;

-- Where a child goes or went to school. The unique reference number is that of the national register of schools (GIAS).
create table children.schooling (
    authority_id uuid not null,
    id uuid not null,
    child_id uuid not null,
    urn text check (urn ~ '^[0-9]{6}$'),
    name text not null check (length(name) between 1 and 200),
    starts_on date,
    ends_on date,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, child_id) references children.child,
    constraint schooling_ends_after_it_starts check (ends_on is null or starts_on is null or ends_on >= starts_on)
);
create index schooling_of_child on children.schooling (authority_id, child_id);
call access.protect('children.schooling', section => 'education');
grant select, insert, update (ends_on) on children.schooling to lantern_app;

-- Who of the reader's authority can be allocated: their address, and the team of their post.
create view children.v_worker with (security_invoker = true) as
    select p.authority_id, p.id, lower(p.email) as email, o.team_id
    from access.person p
    join access.post o on o.authority_id = p.authority_id and o.person_id = p.id
    where o.ends_at is null and o.team_id is not null and p.state <> 'disabled';
grant select on children.v_worker to lantern_app;
