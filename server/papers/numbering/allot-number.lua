-- KEYS: 1 the numbers of a series, 2 the last number that was given by hand before. ARGV: the document.
-- The same document again gets the same number.
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then return tonumber(known) end
local number = tonumber(redis.call('GET', KEYS[2]) or 0) + redis.call('HLEN', KEYS[1]) + 1
redis.call('HSET', KEYS[1], ARGV[1], number)
return number
