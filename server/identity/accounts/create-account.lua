-- KEYS: usernames, account. ARGV: username, account id, "first" or "any", then the account's fields and values.
-- The same account again (ioredis sends anew what was not answered) gets the same answer.
local holder = redis.call('HGET', KEYS[1], ARGV[1])
if holder == ARGV[2] then return 'created' end
if ARGV[3] == 'first' and redis.call('HLEN', KEYS[1]) > 0 then return 'not-first' end
if holder then return 'taken' end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('HSET', KEYS[2], unpack(ARGV, 4))
return 'created'
