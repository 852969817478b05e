-- KEYS: 1 the numbers of a series, 2 the last number that was given by hand before. ARGV: the document.
-- Only the last number goes back: one before it would leave a gap.
local known = redis.call('HGET', KEYS[1], ARGV[1])
local last = tonumber(redis.call('GET', KEYS[2]) or 0) + redis.call('HLEN', KEYS[1])
if known and tonumber(known) == last then return redis.call('HDEL', KEYS[1], ARGV[1]) end
return 0
