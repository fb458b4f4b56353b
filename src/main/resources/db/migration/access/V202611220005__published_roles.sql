create view access.v_role with (security_invoker = true) as select code, title, reach from access.role;
grant select on access.v_role to lantern_app;
