-- The page where the work goes on after a link, as the room that follows it up named it.
alter table intake.link add column follow_up text;
grant update (follow_up) on intake.link to lantern_app;

-- The inbox counts what is open without reading a row: the policy asks for the child and the agency, so the index holds them.
drop index intake.inbox_count;
create index inbox_count on intake.notification (authority_id, state, kind) include (child_id, agency_id) where state in ('received', 'parked', 'linked');
