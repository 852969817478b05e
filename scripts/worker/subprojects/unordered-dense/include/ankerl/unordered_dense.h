// The names of ankerl::unordered_dense that mediasoup's worker uses, over Abseil's hash tables, which Debian has.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <functional>
#include <iterator>

namespace ankerl::unordered_dense
{
	template<typename Key>
	using hash = absl::Hash<Key>;

	// Abseil's erase(iterator) returns nothing. The worker erases while it iterates, as standard containers allow.
	template<typename Table>
	struct ErasesToNext : Table
	{
		using Table::Table;
		using Table::erase;
		using typename Table::const_iterator;
		using typename Table::iterator;

		iterator erase(iterator position)
		{
			const auto next = std::next(position);
			Table::erase(position);
			return next;
		}
	};

	template<typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using map = ErasesToNext<absl::flat_hash_map<Key, Value, Hash, Equal>>;

	template<typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using set = ErasesToNext<absl::flat_hash_set<Key, Hash, Equal>>;
} // namespace ankerl::unordered_dense
