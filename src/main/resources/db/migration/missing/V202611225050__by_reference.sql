-- The search finds a child by the reference of a notification or of the police, whoever sent it.
create index notification_by_reference on intake.notification (authority_id, source_reference);
create index notification_by_the_police_reference on intake.notification (authority_id, police_reference) where police_reference is not null;
