-- The family names there are in each authority, once each: letters in common are looked for among these and not among everybody who has them, who are a
-- hundred times as many. Not unique, so that nobody who adds a child waits for an import that is adding the same name: a name that is there twice
-- costs nothing. Names stay when the last child of that name goes; they tell the search nothing that the register does not.
create table children.family_name (
    authority_id uuid not null references access.authority,
    family_key text not null
);
create index family_name_of_authority on children.family_name (authority_id, family_key);
create index family_name_like on children.family_name using gin (family_key ext.gin_trgm_ops);
alter table children.family_name enable row level security;
alter table children.family_name force row level security;
create policy owner_all on children.family_name to lantern_owner using (true) with check (true);
create policy matcher_reads on children.family_name for select to lantern_matcher using (true);
grant select on children.family_name to lantern_matcher;

create function children.keep_family_names() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into children.family_name (authority_id, family_key)
    select distinct a.authority_id, a.family_key from added a
    where a.family_key <> ''
      and not exists (select from children.family_name k where k.authority_id = a.authority_id and k.family_key = a.family_key);
    return null;
end $$;
revoke all on function children.keep_family_names() from public;
create trigger keep_family_names after insert on children.name referencing new table as added
    for each statement execute function children.keep_family_names();
alter table children.name enable always trigger keep_family_names;
insert into children.family_name (authority_id, family_key) select distinct n.authority_id, n.family_key from children.name n where n.family_key <> '';
