-- subject_hash is a keyed hash of who was counted; rows go when their window has passed.
create table rate_counts (
  subject_hash binary(32) not null,
  window_start datetime(6) not null,
  window_end datetime(6) not null,
  used int not null,
  primary key (subject_hash, window_start),
  key by_end (window_end)
);

-- What was answered to an unsafe call that carried an Idempotency-Key, for a day.
create table idempotent_answers (
  owner bigint not null,
  key_hash binary(32) not null,
  request_hash binary(32) not null,
  asked_at datetime(6) not null,
  status int null,
  media_type varchar(100) null,
  body mediumblob null,
  primary key (owner, key_hash),
  key by_time (asked_at)
);
