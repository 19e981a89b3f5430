-- A claimed job's run_at is the end of its claim: when the node that holds it dies, it is due again then.
create table jobs (
  id bigint not null primary key,
  kind varchar(80) character set ascii collate ascii_bin not null,
  payload text not null,
  run_at datetime(6) not null,
  created_at datetime(6) not null,
  attempts int not null,
  state varchar(10) character set ascii collate ascii_bin not null,
  claimed_by bigint null,
  last_failure varchar(300) null,
  key due (state, run_at)
);

create table schedules (
  name varchar(60) character set ascii collate ascii_bin not null primary key,
  next_run datetime(6) not null
);
