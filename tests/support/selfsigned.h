// A fresh key with a self-signed certificate for localhost and 127.0.0.1, as PEM.
#pragma once

#include <memory>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string>

struct SelfSigned
{
  std::string certificate, key;

  SelfSigned()
  {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pair(EVP_EC_gen("P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> x509(X509_new(), X509_free);
    X509_set_version(x509.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
    X509_set_pubkey(x509.get(), pair.get());
    X509_NAME *name = X509_get_subject_name(x509.get());
    const auto *common = reinterpret_cast<const unsigned char *>("localhost");
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0);
    X509_set_issuer_name(x509.get(), name);
    X509_EXTENSION *names =
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    X509_add_ext(x509.get(), names, -1);
    X509_EXTENSION_free(names);
    X509_sign(x509.get(), pair.get(), EVP_sha256());
    certificate = text([&](BIO *bio) { PEM_write_bio_X509(bio, x509.get()); });
    key = text([&](BIO *bio) { PEM_write_bio_PrivateKey(bio, pair.get(), nullptr, nullptr, 0, nullptr, nullptr); });
  }

private:
  template<class Write>
  static std::string text(Write write)
  {
    BIO *bio = BIO_new(BIO_s_mem());
    write(bio);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(bio, &bytes);
    std::string result(bytes, size_t(size));
    BIO_free(bio);
    return result;
  }
};
