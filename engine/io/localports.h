// How many connections this computer may open to one address: its ephemeral ports. Read from /proc; any thread.
#pragma once

namespace engine {

/// Local ports that connections may be given (ip_local_port_range); 0: not known.
int localPorts();
/// TCP sockets of this network namespace that hold a port, those that wait to be free (TIME-WAIT) among them: at most so
/// many ports are taken. Both ends of a connection within this computer count. -1: not known.
int takenPorts();

} // namespace engine
