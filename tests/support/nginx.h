// A real nginx in a folder of its own: plain and TLS 1.3 on free loopback ports, with a log of every request. Started and
// ended by its process id alone.
#pragma once

#include "tests/support/selfsigned.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <cstdint>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <tuple>
#include <utility>

class Nginx
{
public:
  /// One line of the access log.
  struct Line
  {
    int status;
    QString method, target, connection;
  };

  Nginx()
  {
    std::tie(m_plain, m_tls) = freePorts();
    const SelfSigned pair;
    write("cert.pem", QByteArray::fromStdString(pair.certificate));
    write("key.pem", QByteArray::fromStdString(pair.key));
    QDir(m_dir.path()).mkdir(QStringLiteral("www"));
    write("www/big", QByteArray(2'000'000, 'b'));
    write("www/page.txt", QByteArray(20'000, 'p'));
    write("nginx.conf", configuration());
    const QString program = QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/sbin")});
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program, {QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"), path("nginx.conf"), QStringLiteral("-e"), path("error.log")});
    if (program.isEmpty() || !m_process.waitForStarted()) throw std::runtime_error("nginx is not installed");
    for (const uint16_t port : {m_plain, m_tls}) awaitPort(port);
  }
  ~Nginx() { end(SIGTERM); }

  std::string url(const std::string &path, bool tls = false) const
  {
    return (tls ? "https://127.0.0.1:" + std::to_string(m_tls) : "http://127.0.0.1:" + std::to_string(m_plain)) + path;
  }
  uint16_t port(bool tls = false) const { return tls ? m_tls : m_plain; }

  /// Lets it finish what is under way, ends it, and answers what it logged.
  QList<Line> finish()
  {
    end(SIGQUIT);
    QFile file(path("access.log"));
    if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("nginx wrote no log");
    QList<Line> lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
      const QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
      if (words.size() == 4) lines.append({words[0].toInt(), words[1], words[2], words[3]});
    }
    return lines;
  }

private:
  QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

  void write(const char *name, const QByteArray &bytes)
  {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) throw std::runtime_error("the folder is not writable");
  }

  QByteArray configuration() const
  {
    QByteArray text = R"(USER worker_processes 1; daemon off; pid DIR/pid; error_log DIR/error.log crit;
worker_shutdown_timeout 20s; events { worker_connections 4096; }
http {
  default_type text/plain; log_format line '$status $request_method $request_uri $connection'; access_log DIR/access.log line;
  keepalive_requests 1000000; keepalive_timeout 60; client_body_temp_path DIR/body; proxy_temp_path DIR/proxy;
  fastcgi_temp_path DIR/fastcgi; uwsgi_temp_path DIR/uwsgi; scgi_temp_path DIR/scgi;
  server {
    listen 127.0.0.1:PLAIN backlog=4096; listen 127.0.0.1:SECURE ssl backlog=4096; root DIR/www;
    ssl_certificate DIR/cert.pem; ssl_certificate_key DIR/key.pem; ssl_protocols TLSv1.3;
    location = /small { return 200 small; }
    location = /nothing { return 204; }
    location = /unchanged { return 304; }
    location = /moved { return 302 /moved-again; }
    location = /moved-again { return 301 /small; }
    location = /fails { return 500; }
    location = /gone { return 444; }
    location = /page.txt { gzip on; gzip_types text/plain; gzip_min_length 0; gzip_proxied any; }
    location = /slow { limit_rate 100k; alias DIR/www/big; }
  }
})";
    text.replace("DIR", m_dir.path().toUtf8()).replace("PLAIN", QByteArray::number(m_plain)).replace("SECURE", QByteArray::number(m_tls));
    return text.replace("USER", geteuid() == 0 ? "user root;" : "");
  }

  /// Two ports that are free now; held at once, or they might be the same.
  static std::pair<uint16_t, uint16_t> freePorts()
  {
    uint16_t ports[2];
    int sockets[2];
    for (int i = 0; i < 2; ++i) {
      sockaddr_in address = loopback(0);
      socklen_t size = sizeof address;
      sockets[i] = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      if (::bind(sockets[i], reinterpret_cast<sockaddr *>(&address), size) != 0) throw std::runtime_error("no free port");
      ::getsockname(sockets[i], reinterpret_cast<sockaddr *>(&address), &size);
      ports[i] = ntohs(address.sin_port);
    }
    for (const int fd : sockets) ::close(fd);
    return {ports[0], ports[1]};
  }
  static sockaddr_in loopback(uint16_t port)
  {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
  }

  void awaitPort(uint16_t port)
  {
    for (int i = 0; i < 500; ++i) {
      const sockaddr_in address = loopback(port);
      const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      const bool answers = ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
      ::close(fd);
      if (answers) return;
      if (m_process.waitForFinished(20)) break; // also the pause between two tries
    }
    throw std::runtime_error(("nginx did not start: " + m_process.readAll()).toStdString());
  }

  void end(int signal)
  {
    if (m_process.state() == QProcess::NotRunning) return;
    ::kill(pid_t(m_process.processId()), signal);
    if (!m_process.waitForFinished(25'000)) m_process.kill(), m_process.waitForFinished();
  }

  QTemporaryDir m_dir;
  QProcess m_process;
  uint16_t m_plain = 0, m_tls = 0;
};
