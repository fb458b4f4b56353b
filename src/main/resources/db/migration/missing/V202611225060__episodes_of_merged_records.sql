-- Two records of one child may both say that the child is missing now, and be merged before anybody knows whether that is one absence: the one that came
-- is disputed with the other until a person decides.
alter table missing.episode add column disputed_with uuid;
alter table missing.episode add foreign key (authority_id, disputed_with) references missing.episode;
create index episode_disputed_with on missing.episode (authority_id, disputed_with) where disputed_with is not null;
drop index missing.missing_once_at_a_time;
create unique index missing_once_at_a_time on missing.episode (authority_id, child_id) where stage = 'open' and disputed_with is null;

-- Interviews that came to cover the kept episode because of the merge: undoing it takes them from there again.
alter table missing.merge add column moved_interviews uuid[] not null default '{}';
grant delete on missing.interview_episode to lantern_app;
