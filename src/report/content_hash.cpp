#include "report/content_hash.h"

#include <glib.h>

#include <array>
#include <memory>

namespace corroborate::reporting {

std::string content_hash(std::string_view bytes) {
  const std::unique_ptr<GChecksum, void (*)(GChecksum*)> sum(g_checksum_new(G_CHECKSUM_SHA256), g_checksum_free);
  g_checksum_update(sum.get(), reinterpret_cast<const guchar*>(bytes.data()), static_cast<gssize>(bytes.size()));
  std::array<guint8, 32> digest;
  gsize size = digest.size();
  g_checksum_get_digest(sum.get(), digest.data(), &size);
  const std::unique_ptr<gchar, void (*)(void*)> text(g_base64_encode(digest.data(), size), g_free);
  return std::string("sha256-") + text.get();
}

}  // namespace corroborate::reporting
