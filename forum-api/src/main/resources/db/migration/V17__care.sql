-- A thread that was merged into another: its address leads there. Its posts' numbers grew by so many.
create table merged_threads (
  id bigint not null primary key,
  into_thread bigint not null,
  numbers_from int not null,
  merged_at datetime(6) not null,
  key by_target (into_thread, id)
);

-- Where posts came into a thread or left it, for a line after the post with this number.
create table thread_seams (
  id bigint not null primary key,
  thread_id bigint not null,
  after_number int not null,
  kind varchar(6) character set ascii collate ascii_bin not null,
  posts int not null,
  other_thread bigint null,
  other_title varchar(160) null,
  reason varchar(500) not null,
  at datetime(6) not null,
  key by_place (thread_id, after_number, id),
  key by_other (other_thread)
);

-- Numbers follow time no more where threads were merged: which post is the newest has a key of its own.
alter table posts add key by_time (thread_id, created_at, id);

-- How many posts of a new member on this board wait for a moderator first.
alter table boards add column approve_first int not null default 0;

-- What waits for a moderator. id is the post's own, before and after. Without a thread it begins one, titled so.
-- What was refused stays a while for its author alone.
create table held_posts (
  id bigint not null primary key,
  thread_id bigint null,
  board_id bigint not null,
  title varchar(160) null,
  author_id bigint not null,
  written_at datetime(6) not null,
  body mediumtext not null,
  html mediumtext not null,
  why varchar(11) character set ascii collate ascii_bin not null,
  refused_at datetime(6) null,
  refusal varchar(500) null,
  key by_time (refused_at, written_at, id),
  key by_thread (thread_id, id),
  key by_author (author_id, written_at, id)
);

-- Words and phrases that hold a post. folded is how they are compared.
create table held_words (
  id bigint not null primary key,
  word varchar(80) not null,
  folded varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  added_at datetime(6) not null,
  unique key by_folded (folded)
);

-- What new members wrote lately, as hashes, so that the same text is known again.
create table text_prints (
  print binary(32) not null,
  author_id bigint not null,
  at datetime(6) not null,
  primary key (print, author_id),
  key by_time (at)
);

-- Forms of the sign-up that were sent, so that each is good for one.
create table used_forms (
  form_hash binary(32) not null primary key,
  until datetime(6) not null,
  key by_time (until)
);
