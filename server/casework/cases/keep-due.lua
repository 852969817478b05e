-- Stores what is due in one case. An update based on an earlier state of the case, or on older law data, never
-- overwrites a newer one.
-- KEYS: rows of the lists, matters, clocks, due. ARGV: case id, seq, version of the law data, matter as JSON or '',
-- clocks as JSON, score.
local id, seq, version = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local row = redis.call('HGET', KEYS[1], id)
if row and cjson.decode(row).row.seq > seq then return 0 end
local earlier = redis.call('HGET', KEYS[3], id)
if earlier then
  local known = cjson.decode(earlier)
  if known.seq > seq or (known.seq == seq and known.version > version) then return 0 end
end
if ARGV[4] == '' then
  redis.call('HDEL', KEYS[2], id)
  redis.call('HDEL', KEYS[3], id)
  redis.call('ZREM', KEYS[4], id)
  return 1
end
redis.call('HSET', KEYS[2], id, ARGV[4])
redis.call('HSET', KEYS[3], id, ARGV[5])
redis.call('ZADD', KEYS[4], ARGV[6], id)
return 1
