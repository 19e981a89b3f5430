-- What changed for the search, in the order of its commits: whoever writes into search_changes holds the row of
-- search_log until it commits, so that no number is seen before a smaller one. Each node reads on from the last number
-- in its own index. epoch says which making of the index is wanted; what is up to swept was removed.
create table search_log (
  id tinyint not null primary key,
  epoch bigint not null,
  last bigint not null,
  swept bigint not null
);

-- The first epoch is drawn, so that an index of another database is not taken for one of this.
insert into search_log (id, epoch, last, swept) values (1, floor(1 + rand() * 1000000000000000), 0, 0);

-- A change of one post, or of its whole thread where no post is named.
create table search_changes (
  seq bigint not null primary key,
  thread_id bigint not null,
  post_id bigint null,
  at datetime(6) not null,
  key by_time (at)
);
