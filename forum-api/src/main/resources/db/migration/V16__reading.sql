-- What a member has read, keeps, and has begun to write: for that member alone.

-- number: the highest post of the thread that was on a page shown to them.
create table read_positions (
  member_id bigint not null,
  thread_id bigint not null,
  number int not null,
  read_at datetime(6) not null,
  primary key (member_id, thread_id),
  key by_age (read_at)
);

-- Everything up to this moment counts as read: on one board, or on all of them (board 0).
create table read_floors (
  member_id bigint not null,
  board_id bigint not null,
  up_to datetime(6) not null,
  primary key (member_id, board_id)
);

-- here_at: the last page of this visit. before_at: the last page of the visit before.
create table visits (
  member_id bigint not null primary key,
  here_at datetime(6) not null,
  before_at datetime(6) null
);

create table bookmarks (
  member_id bigint not null,
  post_id bigint not null,
  made_at datetime(6) not null,
  primary key (member_id, post_id),
  key by_member (member_id, made_at, post_id)
);

-- place_id: the board of a thread not yet started, the thread of a reply not yet posted.
create table drafts (
  id bigint not null primary key,
  member_id bigint not null,
  kind varchar(8) character set ascii collate ascii_bin not null,
  place_id bigint not null,
  title varchar(200) not null,
  body mediumtext not null,
  saved_at datetime(6) not null,
  unique key by_place (member_id, kind, place_id),
  key by_member (member_id, saved_at, id),
  key by_age (saved_at)
);

-- One for each member: what opens their private feeds.
create table feed_tokens (
  member_id bigint not null primary key,
  token_hash binary(32) not null,
  made_at datetime(6) not null,
  unique key by_token (token_hash)
);

alter table threads
  add key by_answers (listed, shown, last_post_at, id),
  add key by_board_start (board_id, listed, started_at, id);
