// Messages (RFC 5322 with MIME): an article by mail. The plain text part is read, else the HTML part; parts that are
// messages or attachments are not.
#include <gmime/gmime.h>

#include <fmt/format.h>

#include <memory>
#include <string>

#include "load/bytes.h"
#include "load/formats.h"
#include "load/html_page.h"
#include "load/limits.h"
#include "load/message_limits.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

struct Unref {
  template <typename Object>
  void operator()(Object* object) const {
    if (object != nullptr) g_object_unref(object);
  }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string own(char* text) {
  std::string result = text == nullptr ? std::string{} : std::string(text);
  g_free(text);
  return result;
}
std::string view(const char* text) { return text == nullptr ? std::string{} : std::string(text); }

struct Parts {
  std::string plain, html;
};

Parts read_parts(GMimeMessage* message) {
  Parts parts;
  GMimePartIter* iterator = g_mime_part_iter_new(reinterpret_cast<GMimeObject*>(message));
  do {
    GMimeObject* part = g_mime_part_iter_get_current(iterator);
    if (part == nullptr || !GMIME_IS_TEXT_PART(part)) continue;
    const std::string disposition = view(g_mime_object_get_disposition(part));
    if (disposition == "attachment") continue;
    const bool html = g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "html") != 0;
    std::string& target = html ? parts.html : parts.plain;
    if (target.empty()) target = own(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
  } while (g_mime_part_iter_next(iterator) != 0);
  g_mime_part_iter_free(iterator);
  return parts;
}

// The name of who sent it, else the address.
std::string sender_of(GMimeMessage* message) {
  InternetAddressList* senders = g_mime_message_get_from(message);
  if (senders == nullptr || internet_address_list_length(senders) == 0) return {};
  InternetAddress* first = internet_address_list_get_address(senders, 0);
  const std::string name = view(internet_address_get_name(first));
  if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
  return view(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

Owned<GMimeMessage> parse(const std::string& bytes) {
  static const bool initialised = [] { return g_mime_init(), true; }();
  (void)initialised;
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

bool is_header(std::string_view line) {
  const auto colon = line.find(':');
  return colon != std::string_view::npos && colon > 1 &&
         line.substr(0, colon).find_first_of(" \t") == std::string_view::npos;
}

std::string without_returns(std::string text) {
  std::erase(text, '\r');
  return text;
}

}  // namespace

// Header lines first, and among them one that only messages have.
bool sniff_eml(const Head& head) {
  std::size_t at = 0;
  bool mail = false;
  for (int lines = 0; lines < 60 && at < head.bytes.size(); ++lines) {
    const auto end = std::min(head.bytes.find('\n', at), head.bytes.size());
    std::string_view line = head.bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    const bool continued = line[0] == ' ' || line[0] == '\t';
    if (!continued && !is_header(line)) return false;
    for (const std::string_view name :
         {"Message-ID:", "Message-Id:", "MIME-Version:", "Mime-Version:", "Received:", "Return-Path:"})
      mail = mail || line.starts_with(name);
    at = end + 1;
  }
  return mail || (head.ending == "eml" && at > 0);
}

void read_eml(Source& source) {
  const std::string bytes = read_all(source.in, max_article_bytes);
  if (bytes.size() > max_article_bytes) return source.intake.refuse_size(source.path);
  if (const std::string fault = find_message_fault(bytes); !fault.empty())
    return source.intake.problem(source.path, 0, fmt::format("{} (expected a message with an article)", fault));
  const auto message = parse(bytes);
  if (!message) return source.intake.problem(source.path, 0, "no message (expected header lines and a body)");
  Article article;
  article.path = source.path;
  article.title = view(g_mime_message_get_subject(message.get()));
  article.outlet = sender_of(message.get());
  article.id = view(g_mime_message_get_message_id(message.get()));
  StatedDays days;
  days.add(DayTrust::meta, "Date",
           view(g_mime_object_get_header(reinterpret_cast<GMimeObject*>(message.get()), "Date")));
  article.published = days.best();
  Parts parts = read_parts(message.get());
  if (!parts.plain.empty()) {
    article.body = without_returns(std::move(parts.plain));
  } else if (!parts.html.empty()) {
    const Tree tree = parse_html(parts.html);
    article.body = tree.root() ? read_main_text(tree.root()).text : std::string{};
  }
  for (std::string* field : {&article.title, &article.outlet, &article.id, &article.body})
    *field = text::repair(std::move(*field));
  source.accept(std::move(article), "a message without text (expected a part of text/plain or text/html)");
}

}  // namespace corroborate::loading
