-- What changed of what pages show, for the other nodes, which read it each second. One row for each transaction, never
-- updated, so that no two nodes wait for one another; rows go after minutes.
create table shown_changes (
  id bigint not null auto_increment primary key,
  node varchar(36) character set ascii collate ascii_bin not null,
  parts varchar(1000) character set ascii collate ascii_bin not null,
  at datetime(6) not null default current_timestamp(6),
  key by_time (at)
);
