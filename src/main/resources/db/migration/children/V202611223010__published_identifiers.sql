-- Statutory returns name a child by the looked-after child's id.
create view children.v_identifier with (security_invoker = true) as
    select authority_id, id, child_id, kind, value, recorded_at from children.identifier;
grant select on children.v_identifier to lantern_app;
