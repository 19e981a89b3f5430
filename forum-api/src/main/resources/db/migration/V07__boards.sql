create table boards (
  id bigint not null primary key,
  slug varchar(40) character set ascii collate ascii_bin not null,
  title varchar(80) not null,
  description varchar(500) not null,
  position int not null,
  read_by varchar(10) character set ascii collate ascii_bin not null,
  reply_by varchar(10) character set ascii collate ascii_bin not null,
  start_by varchar(10) character set ascii collate ascii_bin not null,
  created_at datetime(6) not null,
  unique key by_slug (slug),
  key by_position (position, id)
);

create table member_groups (
  id bigint not null primary key,
  name varchar(60) not null,
  created_at datetime(6) not null,
  unique key by_name (name)
);

create table group_members (
  group_id bigint not null,
  member_id bigint not null,
  since datetime(6) not null,
  primary key (group_id, member_id),
  key by_member (member_id, group_id)
);

-- Which groups a board's rights name, where the right says GROUPS.
create table board_groups (
  board_id bigint not null,
  action varchar(5) character set ascii collate ascii_bin not null,
  group_id bigint not null,
  primary key (board_id, action, group_id),
  key by_group (group_id)
);

-- The boards a moderator is named for. A moderator with no row here is one for all boards.
create table board_moderators (
  member_id bigint not null,
  board_id bigint not null,
  since datetime(6) not null,
  primary key (member_id, board_id),
  key by_board (board_id, member_id)
);
