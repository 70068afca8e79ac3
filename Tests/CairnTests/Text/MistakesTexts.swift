extension Mistake {
  /// Texts that YAML reads otherwise than they were meant.
  static let texts = [
    Mistake(
      "a comma ends a text in braces",
      #"""
      heating: {title: Heating, type: boolean, ask: Is your home warm enough, most days?}
      """#,
      #"""
      x.yaml:1:71: error: a comma ends the text here; quote the text [comma-in-text]
        |
      1 | heating: {title: Heating, type: boolean, ask: Is your home warm enough, most days?}
        |                                                                       ^~~~~~~~~~~~
        = fix: ask: "Is your home warm enough, most days?"
      """#),
    Mistake(
      "several commas in one text are one mistake",
      #"""
      a: {ask: Is it warm, really, or not?, type: boolean}
      """#,
      #"""
      x.yaml:1:20: error: a comma ends the text here; quote the text [comma-in-text]
        |
      1 | a: {ask: Is it warm, really, or not?, type: boolean}
        |                    ^~~~~~~~~~~~~~~~~
        = fix: ask: "Is it warm, really, or not?"
      """#),
    Mistake(
      "a bare word behind a comma may want a value",
      #"""
      a: {type: boolean, sensitive}
      """#,
      #"""
      x.yaml:1:18: error: a comma ends the text here; quote the text [comma-in-text]
        |
      1 | a: {type: boolean, sensitive}
        |                  ^~~~~~~~~~~
        = help: or give `sensitive` a value
      """#),
    Mistake(
      "a glued colon in braces is no text",
      #"""
      a: {type:boolean, ask: Is it warm, most days?}
      """#,
      #"""
      x.yaml:1:5: error: a space is missing behind the colon [missing-space]
        |
      1 | a: {type:boolean, ask: Is it warm, most days?}
        |     ^~~~~~~~~~~~
        = fix: type: boolean

      x.yaml:1:34: error: a comma ends the text here; quote the text [comma-in-text]
        |
      1 | a: {type:boolean, ask: Is it warm, most days?}
        |                                  ^~~~~~~~~~~~
        = fix: ask: "Is it warm, most days?"
      """#),
    Mistake(
      "a comment cuts a text off",
      #"""
      title: Room #4
      ask: two words # and more
      min: 3 # years
      max: four words to say  # fine
      """#,
      #"""
      x.yaml:1:13: warning: ` #` begins a comment, so the text ends before it [comment-in-text]
        |
      1 | title: Room #4
        |             ^~
        = help: quote the text if the rest belongs to it; two spaces before `#` and one behind it mark a comment

      x.yaml:2:16: warning: ` #` begins a comment, so the text ends before it [comment-in-text]
        |
      2 | ask: two words # and more
        |                ^~~~~~~~~~
        = help: quote the text if the rest belongs to it; two spaces before `#` and one behind it mark a comment
      """#),
    Mistake(
      "a comment hides a closing bracket",
      #"""
      a: {title: Room #4}
      b: c
      """#,
      #"""
      x.yaml:1:17: error: ` #` begins a comment, so the `}` behind it is not read [comment-in-text]
        |
      1 | a: {title: Room #4}
        |                 ^~~
        = help: quote the text with the `#`
      """#),
    Mistake(
      "a colon inside a text",
      #"""
      ask: Note: this matters
      title: fine
      """#,
      #"""
      x.yaml:1:10: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      1 | ask: Note: this matters
        |          ^
        = fix: ask: "Note: this matters"
      """#),
    Mistake(
      "a colon inside a text of several lines",
      #"""
      ask: Note: this matters,
        and goes on
      """#,
      #"""
      x.yaml:1:10: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      1 | ask: Note: this matters,
        |          ^
        = fix: ask: "Note: this matters,
                 and goes on"
      """#),
    Mistake(
      "a colon inside a text in braces",
      #"""
      a: {ask: Note: this matters, type: boolean}
      """#,
      #"""
      x.yaml:1:14: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      1 | a: {ask: Note: this matters, type: boolean}
        |              ^
        = fix: ask: "Note: this matters"
      """#),
    Mistake(
      "an entry on its parent's line",
      #"""
      when: age: {at-least: 18}
      unless: lonely:
        yes: no
      """#,
      #"""
      x.yaml:1:10: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      1 | when: age: {at-least: 18}
        |          ^
        = help: or put `age: {at-least: 18}` on a line of its own, indented

      x.yaml:2:15: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      2 | unless: lonely:
        |               ^
        = help: or put `lonely:` on a line of its own, indented
      """#),
    Mistake(
      "two entries in braces without a comma",
      #"""
      a: {b: c d: e}
      """#,
      #"""
      x.yaml:1:11: error: a `: ` inside a text begins a new key; quote the text [colon-in-text]
        |
      1 | a: {b: c d: e}
        |           ^
        = help: or put a comma before `d`, or the inner entry in `{…}`
      """#),
    Mistake(
      "texts that begin with a character that means something",
      #"""
      a: {fact} near you
      b: *really* fine
      c: * x
      d: *bold text
      e: & friends
      f: @home
      g: `x` y
      h: %x
      i: > 5
      j: | x
      k: ? x
      l: ,x
      m: !!
      n: [sic] as written
      """#,
      #"""
      x.yaml:1:4: error: a text that begins with `{` wants quotes [quote-needed]
        |
      1 | a: {fact} near you
        |    ^~~~~~~~~~~~~~~
        = fix: a: "{fact} near you"

      x.yaml:2:4: error: a text that begins with `*` wants quotes [quote-needed]
        |
      2 | b: *really* fine
        |    ^~~~~~~~~~~~~
        = fix: b: "*really* fine"

      x.yaml:3:4: error: a text that begins with `*` wants quotes [quote-needed]
        |
      3 | c: * x
        |    ^~~
        = fix: c: "* x"

      x.yaml:4:4: error: a text that begins with `*` wants quotes [quote-needed]
        |
      4 | d: *bold text
        |    ^~~~~~~~~~
        = fix: d: "*bold text"

      x.yaml:5:4: error: a text that begins with `&` wants quotes [quote-needed]
        |
      5 | e: & friends
        |    ^~~~~~~~~
        = fix: e: "& friends"

      x.yaml:6:4: error: a text that begins with `@` wants quotes [quote-needed]
        |
      6 | f: @home
        |    ^~~~~
        = fix: f: "@home"

      x.yaml:7:4: error: a text that begins with a backtick wants quotes [quote-needed]
        |
      7 | g: `x` y
        |    ^~~~~
        = fix: g: "`x` y"

      x.yaml:8:4: error: a text that begins with `%` wants quotes [quote-needed]
        |
      8 | h: %x
        |    ^~
        = fix: h: "%x"

      x.yaml:9:4: error: `> 5` compares nothing: comparisons are words here [quote-needed]
        |
      9 | i: > 5
        |    ^~~
        = help: write `i: {more-than: 5}`, or put quotes around it if it is a text

      x.yaml:10:4: error: a text that begins with `|` wants quotes [quote-needed]
         |
      10 | j: | x
         |    ^~~
         = fix: j: "| x"

      x.yaml:11:4: error: a text that begins with `?` wants quotes [quote-needed]
         |
      11 | k: ? x
         |    ^~~
         = fix: k: "? x"

      x.yaml:12:4: error: a text that begins with `,` wants quotes [quote-needed]
         |
      12 | l: ,x
         |    ^~
         = fix: l: ",x"

      x.yaml:13:4: error: a text that begins with `!` wants quotes [quote-needed]
         |
      13 | m: !!
         |    ^~
         = fix: m: "!!"

      x.yaml:14:4: error: a text that begins with `[` wants quotes [quote-needed]
         |
      14 | n: [sic] as written
         |    ^~~~~~~~~~~~~~~~
         = fix: n: "[sic] as written"
      """#),
    Mistake(
      "texts that begin with a quote",
      #"""
      a: "Hello" she said
      b: 'tis a dog's life
      c: 'It's warm'
      d: 'tis the season
      """#,
      #"""
      x.yaml:1:4: error: this text goes on behind its closing `"`; quote it as a whole [quote-needed]
        |
      1 | a: "Hello" she said
        |    ^~~~~~~~~~~~~~~~
        = fix: a: "\"Hello\" she said"

      x.yaml:2:4: error: this text goes on behind its closing `'`; quote it as a whole [quote-needed]
        |
      2 | b: 'tis a dog's life
        |    ^~~~~~~~~~~~~~~~~
        = fix: b: "'tis a dog's life"

      x.yaml:3:4: error: this text goes on behind its closing `'`; quote it as a whole [quote-needed]
        |
      3 | c: 'It's warm'
        |    ^~~~~~~~~~~
        = fix: c: "It's warm"

      x.yaml:4:4: error: this `'` opens a text that is not closed; if it is an apostrophe, the text wants double quotes [quote-needed]
        |
      4 | d: 'tis the season
        |    ^
        = fix: d: "'tis the season"
      """#),
    Mistake(
      "a text of several lines that begins with one",
      #"""
      a: @home
        and away
      b: c
      """#,
      #"""
      x.yaml:1:4: error: a text that begins with `@` wants quotes [quote-needed]
        |
      1 | a: @home
        |    ^~~~~
        = fix: a: "@home
                 and away"
      """#),
    Mistake(
      "brackets closed before the line ends",
      #"""
      a: {b: 1} {c: 2}
      """#,
      #"""
      x.yaml:1:4: error: a text that begins with `{` wants quotes [quote-needed]
        |
      1 | a: {b: 1} {c: 2}
        |    ^~~~~~~~~~~~~
        = help: or begin a new line where the brackets are closed
      """#),
    Mistake(
      "a quotation that is not closed",
      #"""
      rules:
        a: "unclosed
        b: c
      """#,
      #"""
      x.yaml:2:6: error: this `"` opens a text that is not closed [invalid-yaml]
        |
      2 |   a: "unclosed
        |      ^
        = help: close it where the text ends
      """#),
    Mistake(
      "escapes that do not exist",
      #"""
      a: "\q"
      b: "\u12"
      c: "\ud83d"
      """#,
      #"""
      x.yaml:1:5: error: `\q` means nothing in double quotes [invalid-yaml]
        |
      1 | a: "\q"
        |     ^~
        = fix: `\\` for a backslash

      x.yaml:2:5: error: the number behind `\u` stands for no character [invalid-yaml]
        |
      2 | b: "\u12"
        |     ^~
        = help: write the character itself

      x.yaml:3:5: error: the number behind `\u` stands for no character [invalid-yaml]
        |
      3 | c: "\ud83d"
        |     ^~
        = help: write the character itself
      """#),
    Mistake(
      "an escape for a character that no text may hold",
      #"""
      a: "\u202E"
      b: "\0"
      c: "tab\tand\nline"
      """#,
      #"""
      x.yaml:1:4: error: an escape in this text stands for U+202E, which no text may hold [forbidden-character]
        |
      1 | a: "\u202E"
        |    ^~~~~~~~
        = help: take the escape away

      x.yaml:2:4: error: an escape in this text stands for U+0000, which no text may hold [forbidden-character]
        |
      2 | b: "\0"
        |    ^~~~
        = help: take the escape away
      """#),
  ]
}
