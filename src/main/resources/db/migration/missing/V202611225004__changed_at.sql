-- When the row last changed, by the database's own time: what a partner's system asks for ("updated since"), and the version its If-Match names.
alter table missing.episode add column changed_at timestamptz not null default clock_timestamp();
create function missing.note_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.changed_at := clock_timestamp();
    return new;
end $$;
create trigger note_change before update on missing.episode for each row execute function missing.note_change();
create index episode_by_change on missing.episode (authority_id, changed_at, id);
create index episode_by_time on missing.episode (authority_id, missing_since, id);
create index interview_by_time on missing.interview (authority_id, referred_at, id);
