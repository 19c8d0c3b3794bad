#include "app/api/call.h"

namespace api {

using namespace Qt::StringLiterals;

namespace {

struct FaultRow
{
    Fault fault;
    int status;
    const char16_t *code;
};

constexpr FaultRow faults[] = {
    {Fault::BadInput, 400, u"CPTS.04001001"},    {Fault::NotJson, 400, u"CPTS.04001002"},
    {Fault::NotSignedIn, 401, u"APIGW.0301"},    {Fault::WrongPassword, 401, u"CPTS.04001003"},
    {Fault::ForeignHost, 403, u"CPTS.04003001"}, {Fault::NotFound, 404, u"CPTS.04004001"},
    {Fault::NoSuchCall, 404, u"CPTS.04004002"},  {Fault::WrongMethod, 405, u"CPTS.04005001"},
    {Fault::TooSlow, 408, u"CPTS.04008001"},     {Fault::Conflict, 409, u"CPTS.04009001"},
    {Fault::NoLength, 411, u"CPTS.04011001"},    {Fault::TooLarge, 413, u"CPTS.04013001"},
    {Fault::AddressTooLong, 414, u"CPTS.04014001"}, {Fault::HeadTooLarge, 431, u"CPTS.04031001"},
    {Fault::Unknown, 500, u"CPTS.05001001"},     {Fault::TooMany, 503, u"CPTS.05003001"},
    {Fault::OtherVersion, 505, u"CPTS.05005001"},
};

} // namespace

Response success(int status, QJsonObject members)
{
    members["code"_L1] = u"SVCSTG.CPTS.0000000"_s;
    members["message"_L1] = u"success"_s;
    Response response;
    response.status = status;
    response.body = std::move(members);
    return response;
}

Response empty(int status)
{
    Response response;
    response.status = status;
    return response;
}

Response problem(Fault fault, const QString &sentence)
{
    Response response;
    for (const FaultRow &row : faults) {
        if (row.fault != fault)
            continue;
        response.status = row.status;
        response.body = QJsonObject{{u"error_code"_s, QString::fromUtf16(row.code)}, {u"error_msg"_s, sentence}};
    }
    return response;
}

Fault faultOf(int status)
{
    for (const FaultRow &row : faults)
        if (row.status == status)
            return row.fault;
    return Fault::BadInput;
}

} // namespace api
