// Which texts are passed over as not English, and which are left alone.
#include "load/language.h"

#include "test.h"

using corroborate::loading::find_foreign_language;
using corroborate::loading::foreign_language_of_tag;

TEST_CASE("language_names_what_is_clearly_not_english") {
  CHECK(find_foreign_language(
            "Bei dem Brand in der Hafenhalle sind nach Angaben der Polizei zwei Menschen gestorben, und "
            "eine Frau wurde mit Verletzungen in die Klinik gebracht.") == "German");
  CHECK(find_foreign_language("Deux personnes sont mortes dans un incendie qui a touché le port de la ville, selon les "
                              "pompiers, et une femme est dans un état grave.") == "French");
  CHECK(find_foreign_language(
            "Dos personas murieron en el incendio de la nave del puerto, según los bomberos, y una mujer "
            "fue llevada al hospital con quemaduras.") == "Spanish");
  CHECK(find_foreign_language("При пожаре в порту погибли два человека, сообщили пожарные.") ==
        "a language in Cyrillic script");
}

TEST_CASE("language_lets_english_headlines_and_names_pass") {
  CHECK(find_foreign_language("").empty());
  CHECK(find_foreign_language("Two die in harbour fire").empty());
  CHECK(find_foreign_language("Los Angeles, Las Vegas, El Paso, La Paz, Los Alamos: five cities that voted").empty());
  CHECK(
      find_foreign_language("The fire at the harbour killed two people, the paper Der Tag said. \"Die Polizei und die "
                            "Feuerwehr\" had been warned of it, and that was all the mayor was told.")
          .empty());
}

TEST_CASE("language_tags_are_read_by_their_first_part") {
  CHECK(foreign_language_of_tag("").empty());
  CHECK(foreign_language_of_tag("en-GB").empty());
  CHECK(foreign_language_of_tag("EN").empty());
  CHECK(foreign_language_of_tag("de-AT") == "German");
  CHECK(foreign_language_of_tag("ru") == "ru");
}
