-- Appends one commit, once. Atomic, so two nodes can never both write number n, and a resent call finds its command id.
-- KEYS: 1 stream of commits, 2 hash of command id → seq, 3 hash of box id → what it holds, 4 sorted set of all sessions,
--       5 the proved head of the journal
-- ARGV: 1 seq of the commit, 2 command id, 3 commit as JSON, 4 session id, 5 time of the commit (score of a new session),
--       6 the head as it is proved from now on, 7 and 8, when a paper goes into a box: its id and what it holds now
local known = redis.call('HGET', KEYS[2], ARGV[2])
if known then return { 'duplicate', tonumber(known) } end
local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)
local last = 0
if newest[1] then last = tonumber(string.match(newest[1][1], '^(%d+)-')) end
if tonumber(ARGV[1]) ~= last + 1 then return { 'conflict', last } end
redis.call('XADD', KEYS[1], ARGV[1] .. '-0', 'commit', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[2], ARGV[1])
redis.call('SET', KEYS[5], ARGV[6])
if ARGV[7] then redis.call('HSET', KEYS[3], ARGV[7], ARGV[8]) end
if last == 0 then redis.call('ZADD', KEYS[4], 'NX', ARGV[5], ARGV[4]) end
return { 'appended', tonumber(ARGV[1]) }
