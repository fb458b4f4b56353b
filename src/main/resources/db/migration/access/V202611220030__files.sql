-- Files that somebody uploaded: in the database, under the same policies and in the same backup as the record they belong to, and never under a web root.
create schema files;
grant usage on schema files to lantern_app;

create table files.kept (
    authority_id uuid not null references access.authority,
    id uuid not null,
    -- Null until the file belongs to a child's record: then only who reaches the authority, and who uploaded it, sees it.
    child_id uuid,
    name text not null check (length(name) between 1 and 200),
    kind text not null check (kind in ('jpeg', 'png', 'pdf', 'docx', 'xlsx', 'csv')),
    bytes bytea not null,
    sha256 bytea not null check (length(sha256) = 32),
    kept_at timestamptz not null,
    kept_by uuid not null,
    primary key (authority_id, id),
    constraint no_file_is_empty_or_huge check (length(bytes) between 1 and 20971520)
);
-- Pictures, PDF and Office files are compressed already.
alter table files.kept alter bytes set storage external;
alter table files.kept alter bytes set statistics 0, alter sha256 set statistics 0;
create index kept_of_child on files.kept (authority_id, child_id) where child_id is not null;

call access.protect('files.kept');
create policy own_uploads on files.kept to lantern_app
    using (child_id is null and authority_id = (select ctx.authority()) and kept_by = (select ctx.actor()));
grant select, insert on files.kept to lantern_app;
