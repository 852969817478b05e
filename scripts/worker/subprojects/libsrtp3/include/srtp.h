// libsrtp 3's interface, as far as mediasoup's worker calls it, over Debian's libsrtp 2. What differs between the two:
// a policy is an opaque object with setters instead of a struct, and packets are copied from one buffer to another with
// explicit sizes instead of being changed in place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Both versions have a type of this name; version 2's steps aside.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

// New in version 3. The worker only needs their names, to describe them in its log.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

struct srtp3_policy
{
	srtp2_policy_t version2{};
	unsigned char keyAndSalt[SRTP_MAX_KEY_LEN]{};
};
using srtp_policy_t = srtp3_policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) srtp3_policy{};

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	// Unlike memset, this survives the optimiser: no key stays in freed memory.
	explicit_bzero(policy->keyAndSalt, sizeof(policy->keyAndSalt));
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->version2.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->version2.rtp, profile);

	if (status != srtp_err_status_ok)
	{
		return status;
	}

	return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->version2.rtcp, profile);
}

// Version 2 wants key and salt in one buffer. The worker never uses a master key identifier (MKI).
inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLength,
  const uint8_t* salt,
  size_t saltLength,
  const uint8_t* /*mki*/,
  size_t mkiLength)
{
	if (mkiLength != 0 || keyLength + saltLength > sizeof(policy->keyAndSalt))
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->keyAndSalt, key, keyLength);
	std::memcpy(policy->keyAndSalt + keyLength, salt, saltLength);
	policy->version2.key = policy->keyAndSalt;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->version2.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t size)
{
	policy->version2.window_size = size;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, &policy->version2);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

namespace srtp3
{
	using InPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

	// `growth` is what the operation may write beyond the packet's end: version 2 does not check the room for it.
	inline srtp_err_status_t convert(
	  InPlace operation,
	  size_t growth,
	  srtp_t session,
	  const uint8_t* input,
	  size_t inputLength,
	  uint8_t* output,
	  size_t* outputLength)
	{
		if (inputLength + growth > *outputLength)
		{
			return srtp_err_status_buffer_small;
		}

		if (input != output)
		{
			std::memcpy(output, input, inputLength);
		}

		auto length       = static_cast<int>(inputLength);
		const auto status = operation(session, output, &length);

		*outputLength = static_cast<size_t>(length);

		return status;
	}
} // namespace srtp3

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLength, uint8_t* srtp, size_t* srtpLength, size_t /*mkiIndex*/)
{
	return srtp3::convert(
	  static_cast<srtp3::InPlace>(::srtp_protect), SRTP_MAX_TRAILER_LEN, session, rtp, rtpLength, srtp, srtpLength);
}

// The RTCP trailer also holds the packet's index and the encryption flag.
inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLength, uint8_t* srtcp, size_t* srtcpLength, size_t /*mkiIndex*/)
{
	return srtp3::convert(
	  static_cast<srtp3::InPlace>(::srtp_protect_rtcp),
	  SRTP_MAX_TRAILER_LEN + sizeof(uint32_t),
	  session,
	  rtcp,
	  rtcpLength,
	  srtcp,
	  srtcpLength);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLength, uint8_t* rtp, size_t* rtpLength)
{
	return srtp3::convert(
	  static_cast<srtp3::InPlace>(::srtp_unprotect), 0, session, srtp, srtpLength, rtp, rtpLength);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLength, uint8_t* rtcp, size_t* rtcpLength)
{
	return srtp3::convert(
	  static_cast<srtp3::InPlace>(::srtp_unprotect_rtcp), 0, session, srtcp, srtcpLength, rtcp, rtcpLength);
}
