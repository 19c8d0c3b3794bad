// Packets as a client of each version and as a broker reads them.
#include "engine/protocol/mqttcodec.h"
#include "tests/fuzz/cutintwo.h"

using namespace engine;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  const MqttVersion version = MqttVersion(3 + data[0] % 3);
  const std::string_view all(reinterpret_cast<const char *>(data), size);
  mqttFilterProblem(all);
  mqttMatches(all.substr(0, size / 2), all.substr(size / 2));
  return cutInTwo(data + 1, size - 1, [version](std::string_view bytes, size_t cut) {
    MqttReader reader;
    std::string outline;
    for (std::string_view part : {bytes.substr(0, cut), bytes.substr(cut)})
      while (reader.next(part)) {
        const MqttPacket &packet = reader.packet();
        MqttConnAck connAck;
        MqttPublish publish;
        MqttAck ack;
        MqttConnect connect;
        MqttWill will;
        MqttSubscription subscription;
        for (const char *wrong : {readMqttConnAck(packet, version, connAck), readMqttPublish(packet, version, publish),
                                  readMqttAck(packet, version, ack), readMqttConnect(packet, connect, will),
                                  readMqttSubscription(packet, version, subscription)})
          outline += wrong ? wrong : "fine";
        outline.append(publish.topic).append(publish.payload.substr(0, 100)).append(connect.clientId);
      }
    return outline + reader.problem();
  });
}
