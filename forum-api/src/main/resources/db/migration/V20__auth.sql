-- Letters that nothing proved, until their author says on the site that they wrote them. mailbox and raw are sealed.
-- sender and reader are null until a job has found out whether there is anybody to ask.
create table held_letters (
  id bigint not null primary key,
  sender bigint null,
  reader bigint null,
  mailbox varbinary(300) not null,
  raw mediumblob not null,
  digest binary(32) not null,
  held_at datetime(6) not null,
  unique key by_digest (digest),
  key by_sender (sender, held_at, id),
  key by_time (held_at)
);
