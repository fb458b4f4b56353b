-- A child's page shows the workers before too; the unique index knows only today's.
create index allocation_of_child on children.allocation (authority_id, child_id);
