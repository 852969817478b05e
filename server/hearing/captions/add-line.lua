-- Stores a line once, however often it is sent, and extends the time until the transcript is erased.
-- KEYS: 1 list of lines, 2 set of the ids of those in it. ARGV: 1 line id, 2 the line, 3 seconds to live, 4 most lines.
if redis.call('LLEN', KEYS[1]) >= tonumber(ARGV[4]) then return 0 end
if redis.call('SADD', KEYS[2], ARGV[1]) == 0 then return 0 end
redis.call('RPUSH', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return 1
