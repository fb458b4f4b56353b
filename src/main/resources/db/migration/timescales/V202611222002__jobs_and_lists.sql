-- When each recurring job runs next, shared by all instances of the application: the columns are db-scheduler's own (version 16).
grant usage on schema platform to lantern_app;
create table platform.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on platform.scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on platform.scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on platform.scheduled_tasks to lantern_app;

create index timescale_list_of_worker_team on timescales.timescale (authority_id, worker_team, list_at, id)
    where met_at is null and cancelled_at is null and waived_at is null and worker_team is not null;

-- The children whom the actor's agency (and team) works with, and whose record the actor opened: what a list starts from when the actor sees only those.
create view access.v_my_child with (security_invoker = true) as
    select child_id from access.involvement
    where authority_id = (select ctx.authority()) and agency_id = (select ctx.agency())
      and (team_id is null or team_id = (select ctx.team()))
      and (ends_at is null or ends_at > transaction_timestamp())
    union select unnest((select access.opened()));
grant select on access.v_my_child to lantern_app;
