-- KEYS: the numbers of a series. ARGV: the document. Only the last number goes back: one before it would leave a gap.
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known and tonumber(known) == redis.call('HLEN', KEYS[1]) then return redis.call('HDEL', KEYS[1], ARGV[1]) end
return 0
