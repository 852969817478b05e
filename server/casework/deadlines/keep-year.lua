-- Stores the days of a year, unless somebody else has changed them since they were read. KEYS: years, changes, version.
-- ARGV: year, the year as JSON, the revision that was read, the change as JSON.
local earlier = redis.call('HGET', KEYS[1], ARGV[1])
local revision = earlier and cjson.decode(earlier).revision or 0
if revision ~= tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('RPUSH', KEYS[2], ARGV[4])
redis.call('INCR', KEYS[3])
return 1
