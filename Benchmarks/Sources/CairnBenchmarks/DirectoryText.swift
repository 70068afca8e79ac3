@testable import Cairn

/// A page of a directory of services such as an API gives, with everything inside each service.
struct DirectoryText {
  /// At least so many bytes, piece by piece, so that nobody need hold them.
  static func page(bytes: Int, _ take: ([UInt8]) -> Void) {
    var chance = Chance(seed: 5)
    take(Array("{\"total_pages\": 1, \"page_number\": 1, \"contents\": [\n".utf8))
    var number = 0
    var written = 0
    while written < bytes {
      let piece = Array((number > 0 ? ",\n" : "").utf8) + service(number, &chance).bytes
      take(piece)
      written += piece.count
      number += 1
    }
    take(Array("\n]}\n".utf8))
  }

  private static func service(_ number: Int, _ chance: inout Chance) -> JSONWriter {
    var json = JSONWriter(.indented)
    let place = chance.below(400)
    let day = chance.pick(["MO", "TU,TH", "WE", "1SA", "MO,TU,WE,TH,FR"])
    let age = chance.percent(40) ? chance.within(16...60) : nil
    let sentences = chance.within(2...6)
    let owner = chance.below(200)
    json.object { json in
      json.field("id", "service-\(number)")
      json.field("name", "Harbour circle \(number)")
      json.field("description", String(repeating: "People meet over tea, compare notes and walk home together. ", count: sentences))
      json.field("status", "active")
      json.field("email", "circle\(number)@tidewick.example")
      json.field("url", "https://tidewick.example/circle/\(number)")
      json.field("minimum_age", age)
      json.field("assured_date", "2026-10-05")
      json.object("organization") { json in
        json.field("id", "organisation-\(owner)")
        json.field("name", "Tidewick Neighbours \(owner)")
      }
      json.array("phones") { $0.object { $0.field("number", "01632 96\(1000 + number % 9000)") } }
      json.array("languages") { json in
        json.object { json in
          json.field("name", "English")
          json.field("code", "en")
        }
      }
      json.array("schedules") { json in
        json.object { json in
          json.field("id", "schedule-\(number)")
          json.field("freq", day.hasPrefix("1") ? "MONTHLY" : "WEEKLY")
          json.field("byday", day)
          json.field("opens_at", "10:00")
          json.field("closes_at", "12:00")
          json.field("valid_to", "2027-06-30")
        }
      }
      json.array("service_at_locations") { json in
        json.object { json in
          json.field("id", "binding-\(number)")
          json.object("location") { json in
            json.field("id", "place-\(place)")
            json.field("name", "Quay House \(place)")
            json.field("latitude", 49.5 + Double(place) / 10_000)
            json.field("longitude", -8.5)
            json.array("addresses") { json in
              json.object { json in
                json.field("address_1", "\(place) Quay Street")
                json.field("city", "Tidewick")
                json.field("country", "GB")
              }
            }
            json.array("accessibility") { $0.object { $0.field("description", "Step-free access") } }
          }
        }
      }
    }
    return json
  }
}
