<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Validation</name>
    <message>
        <source>“%1” is not a way to compare.</source>
        <translation>“%1”不是可用的比较方式。</translation>
    </message>
    <message>
        <source>A parameter has no name.</source>
        <translation>有参数没有名称。</translation>
    </message>
    <message>
        <source>A loop runs 0 to 100,000 times, not “%1”.</source>
        <translation>循环次数应为 0 到 100,000，而不是“%1”。</translation>
    </message>
    <message>
        <source>Break condition</source>
        <translation>退出条件</translation>
    </message>
    <message>
        <source>A share of users needs at least one branch.</source>
        <translation>用户占比至少需要一个分支。</translation>
    </message>
    <message>
        <source>The weight of a branch must be from 1 to 10,000, not %1.</source>
        <translation>分支权重应为 1 到 10,000，而不是 %1。</translation>
    </message>
    <message>
        <source>The ceiling must be above 0 and at most 10,000,000 requests a second, with two decimals.</source>
        <translation>上限必须大于 0 且不超过每秒 10,000,000 个请求，最多两位小数。</translation>
    </message>
    <message>
        <source>A rendezvous waits for at most 2,000,000 users.</source>
        <translation>集合点最多等待 2,000,000 个用户。</translation>
    </message>
    <message>
        <source>A rendezvous waits at most a day.</source>
        <translation>集合点最长等待一天。</translation>
    </message>
    <message>
        <source>The plugin request names no plugin or no function.</source>
        <translation>插件请求没有指定插件或函数。</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Data instruction</source>
        <translation>数据指令</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Share of users</source>
        <translation>用户占比</translation>
    </message>
    <message>
        <source>Throughput controller</source>
        <translation>吞吐量控制器</translation>
    </message>
    <message>
        <source>Rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Plugin request</source>
        <translation>插件请求</translation>
    </message>
    <message>
        <source>${%1} is not known; it is sent as written.</source>
        <translation>${%1} 未定义，将原样发送。</translation>
    </message>
    <message>
        <source>Instructions are nested deeper than ten levels.</source>
        <translation>指令嵌套超过十层。</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>The transaction %1 is not in the library.</source>
        <translation>事务 %1 不在事务库中。</translation>
    </message>
    <message>
        <source>The transaction contains itself, by way of %1.</source>
        <translation>事务经由 %1 包含了自身。</translation>
    </message>
    <message>
        <source>unnamed request</source>
        <translation>未命名请求</translation>
    </message>
    <message>
        <source>The request has no URL.</source>
        <translation>请求没有 URL。</translation>
    </message>
    <message>
        <source>“%1” is not a URL: it must start with http:// or https:// and name a host.</source>
        <translation>“%1”不是 URL：必须以 http:// 或 https:// 开头并包含主机名。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>“%1” is not a method.</source>
        <translation>“%1”不是方法。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>“%1” is not a header name.</source>
        <translation>“%1”不是请求头名称。</translation>
    </message>
    <message>
        <source>The value of “%1” must not hold a line break.</source>
        <translation>“%1”的值不能包含换行。</translation>
    </message>
    <message>
        <source>Timeouts</source>
        <translation>超时设置</translation>
    </message>
    <message>
        <source>Timeouts must be from 20 ms to 5 minutes.</source>
        <translation>超时应为 20 ms 到 5 分钟。</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>The part “%1” names no file.</source>
        <translation>部分“%1”没有指定文件。</translation>
    </message>
    <message>
        <source>A part of the body has no name.</source>
        <translation>请求体中有部分没有名称。</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>鉴权</translation>
    </message>
    <message>
        <source>Basic authentication needs a user.</source>
        <translation>Basic 鉴权需要用户名。</translation>
    </message>
    <message>
        <source>Bearer authentication needs a token.</source>
        <translation>Bearer 鉴权需要令牌。</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>A client certificate needs two files: certificate and key.</source>
        <translation>客户端证书需要两个文件：证书和私钥。</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>主机绑定</translation>
    </message>
    <message>
        <source>A bound host needs a name and at least one address.</source>
        <translation>绑定的主机需要名称和至少一个地址。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>“%1” is not a proxy: it must read http://host:port.</source>
        <translation>“%1”不是代理：应写成 http://主机:端口。</translation>
    </message>
    <message>
        <source>Think time</source>
        <translation>思考时间</translation>
    </message>
    <message>
        <source>Think time must not be negative.</source>
        <translation>思考时间不能为负。</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>响应提取</translation>
    </message>
    <message>
        <source>A request is repeated at most 100 times.</source>
        <translation>一个请求最多重试 100 次。</translation>
    </message>
    <message>
        <source>Repeats are at most one hour apart.</source>
        <translation>重试间隔最长一小时。</translation>
    </message>
    <message>
        <source>A checkpoint cannot look at “%1”.</source>
        <translation>检查点不能检查“%1”。</translation>
    </message>
    <message>
        <source>A comparison does not say which value it looks at.</source>
        <translation>有比较没有指明比较的值。</translation>
    </message>
    <message>
        <source>An extraction has no name.</source>
        <translation>有响应提取没有名称。</translation>
    </message>
    <message>
        <source>Matches are counted from 1.</source>
        <translation>匹配序号从 1 开始。</translation>
    </message>
    <message>
        <source>The extraction has no regular expression.</source>
        <translation>响应提取没有正则表达式。</translation>
    </message>
    <message>
        <source>The extraction does not say which JSON value it takes.</source>
        <translation>响应提取没有指明要取的 JSON 值。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>The number of periods must be at least 1.</source>
        <translation>周期数至少为 1。</translation>
    </message>
    <message>
        <source>The top of a surge must be shorter than its period.</source>
        <translation>浪涌峰顶必须短于其周期。</translation>
    </message>
    <message>
        <source>Smart peak needs a step of at least one user and one second.</source>
        <translation>智能摸高的步长至少为一个用户、一秒。</translation>
    </message>
    <message>
        <source>The case has no stage: add one to say how much load it makes.</source>
        <translation>用例没有阶段：请添加一个以说明负载大小。</translation>
    </message>
    <message>
        <source>A case has at most 1,000 stages, this one has %1.</source>
        <translation>一个用例最多 1,000 个阶段，此用例有 %1 个。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The case sends nothing: add a request.</source>
        <translation>用例不发送任何请求：请添加请求。</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>A variable has no name.</source>
        <translation>有变量没有名称。</translation>
    </message>
    <message>
        <source>Two variables have the name “%1”.</source>
        <translation>有两个变量都名为“%1”。</translation>
    </message>
    <message>
        <source>A range needs two whole numbers: its first and its last.</source>
        <translation>范围需要两个整数：起始值和结束值。</translation>
    </message>
    <message>
        <source>The range ends before it begins.</source>
        <translation>范围的结束值小于起始值。</translation>
    </message>
    <message>
        <source>The list has no values.</source>
        <translation>列表没有值。</translation>
    </message>
    <message>
        <source>The variable names no file.</source>
        <translation>变量没有指定文件。</translation>
    </message>
    <message>
        <source>Only a text can be sensitive.</source>
        <translation>只有文本变量可以设为敏感。</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>An environment has no name.</source>
        <translation>有环境没有名称。</translation>
    </message>
    <message>
        <source>Two environments have the name “%1”.</source>
        <translation>有两个环境都名为“%1”。</translation>
    </message>
    <message>
        <source>“%1” can be laid over texts and lists only.</source>
        <translation>环境只能覆盖文本和列表变量，“%1”不是。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Two tasks have the name “%1”.</source>
        <translation>有两个任务都名为“%1”。</translation>
    </message>
    <message>
        <source>The task has no case.</source>
        <translation>任务没有用例。</translation>
    </message>
    <message>
        <source>The task names case %1, which does not exist.</source>
        <translation>任务引用的用例 %1 不存在。</translation>
    </message>
    <message>
        <source>The warm-up of %1 s takes all %2 s of the stages: nothing would be counted.</source>
        <translation>预热 %1 s 占满了各阶段的 %2 s：不会统计到任何数据。</translation>
    </message>
    <message>
        <source>The stage needs a duration of at least one second.</source>
        <translation>阶段时长至少为一秒。</translation>
    </message>
    <message>
        <source>The stage needs at least one virtual user.</source>
        <translation>阶段至少需要一个虚拟用户。</translation>
    </message>
    <message>
        <source>The rate must be above 0 starts a second.</source>
        <translation>速率必须大于每秒 0 次启动。</translation>
    </message>
    <message>
        <source>%1 passes are fewer than the %2 virtual users: raise the count or lower the users.</source>
        <translation>%1 次执行少于 %2 个虚拟用户：请增加次数或减少用户。</translation>
    </message>
    <message>
        <source>The minimum must be at least 1 and not above the maximum.</source>
        <translation>最小值至少为 1 且不能大于最大值。</translation>
    </message>
    <message>
        <source>The extraction has no XPath.</source>
        <translation>响应提取没有 XPath。</translation>
    </message>
</context>
<context>
    <name>document::Clipboard</name>
    <message>
        <source>The clipboard holds no steps.</source>
        <translation>剪贴板中没有步骤。</translation>
    </message>
</context>
<context>
    <name>document::ProjectDocument</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Throughput limit</source>
        <translation>吞吐量上限</translation>
    </message>
    <message>
        <source>Rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Plugin request</source>
        <translation>插件请求</translation>
    </message>
    <message>
        <source>Rename directory “%1”</source>
        <translation>重命名目录“%1”</translation>
    </message>
    <message>
        <source>Rename case “%1”</source>
        <translation>重命名用例“%1”</translation>
    </message>
    <message>
        <source>Rename step “%1”</source>
        <translation>重命名步骤“%1”</translation>
    </message>
    <message>
        <source>Rename task “%1”</source>
        <translation>重命名任务“%1”</translation>
    </message>
    <message>
        <source>Rename transaction “%1”</source>
        <translation>重命名事务“%1”</translation>
    </message>
    <message>
        <source>Rename variable “%1”</source>
        <translation>重命名变量“%1”</translation>
    </message>
    <message>
        <source>Switch on “%1”</source>
        <translation>启用“%1”</translation>
    </message>
    <message>
        <source>Switch off “%1”</source>
        <translation>禁用“%1”</translation>
    </message>
    <message>
        <source>Add task “%1”</source>
        <translation>添加任务“%1”</translation>
    </message>
    <message>
        <source>Add transaction “%1”</source>
        <translation>添加事务“%1”</translation>
    </message>
    <message>
        <source>Rename project “%1”</source>
        <translation>重命名工程“%1”</translation>
    </message>
    <message>
        <source>Describe the project</source>
        <translation>修改工程描述</translation>
    </message>
    <message>
        <source>Move directory “%1”</source>
        <translation>移动目录“%1”</translation>
    </message>
    <message>
        <source>Move case “%1”</source>
        <translation>移动用例“%1”</translation>
    </message>
    <message>
        <source>Move step “%1”</source>
        <translation>移动步骤“%1”</translation>
    </message>
    <message>
        <source>Add directory “%1”</source>
        <translation>添加目录“%1”</translation>
    </message>
    <message>
        <source>Add case “%1”</source>
        <translation>添加用例“%1”</translation>
    </message>
    <message>
        <source>Add step to “%1”</source>
        <translation>向“%1”添加步骤</translation>
    </message>
    <message>
        <source>Add %1 steps to “%2”</source>
        <translation>向“%2”添加 %1 个步骤</translation>
    </message>
    <message>
        <source>Delete directory “%1”</source>
        <translation>删除目录“%1”</translation>
    </message>
    <message>
        <source>Delete case “%1”</source>
        <translation>删除用例“%1”</translation>
    </message>
    <message>
        <source>Delete task “%1”</source>
        <translation>删除任务“%1”</translation>
    </message>
    <message>
        <source>Delete transaction “%1”</source>
        <translation>删除事务“%1”</translation>
    </message>
    <message>
        <source>Delete step “%1”</source>
        <translation>删除步骤“%1”</translation>
    </message>
    <message>
        <source>Delete variable “%1”</source>
        <translation>删除变量“%1”</translation>
    </message>
    <message>
        <source>Delete %1 items</source>
        <translation>删除 %1 项</translation>
    </message>
    <message>
        <source>Duplicate “%1”</source>
        <translation>复制“%1”</translation>
    </message>
    <message>
        <source>Move %1 items</source>
        <translation>移动 %1 项</translation>
    </message>
    <message>
        <source>Share of users</source>
        <translation>用户占比</translation>
    </message>
</context>
<context>
    <name>document::StepTexts</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Setting %1</source>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Form field</source>
        <translation>表单字段</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Checkpoint %1</source>
        <translation>检查点 %1</translation>
    </message>
    <message>
        <source>Extraction %1</source>
        <translation>响应提取 %1</translation>
    </message>
    <message>
        <source>This regular expression does not hold: %1 at character %2.</source>
        <translation>正则表达式有误：第 %2 个字符处 %1。</translation>
    </message>
    <message>
        <source>Replace in a text</source>
        <translation>替换一处文本</translation>
    </message>
    <message>
        <source>Replace in %1 texts</source>
        <translation>替换 %1 处文本</translation>
    </message>
</context>
<context>
    <name>domain::JsonReader</name>
    <message>
        <source>%1: must be a text.</source>
        <translation>%1：必须是文本。</translation>
    </message>
    <message>
        <source>%1: must be a number.</source>
        <translation>%1：必须是数字。</translation>
    </message>
    <message>
        <source>%1: must be a whole number from %2 to %3.</source>
        <translation>%1：必须是 %2 到 %3 之间的整数。</translation>
    </message>
    <message>
        <source>%1: must be true or false.</source>
        <translation>%1：必须是 true 或 false。</translation>
    </message>
    <message>
        <source>%1: must be a list.</source>
        <translation>%1：必须是列表。</translation>
    </message>
    <message>
        <source>%1: must be an object.</source>
        <translation>%1：必须是对象。</translation>
    </message>
    <message>
        <source>bodys: must be a list.</source>
        <translation>bodys：必须是列表。</translation>
    </message>
    <message>
        <source>protocol_type: %1 is not a known protocol.</source>
        <translation>protocol_type：%1 不是已知协议。</translation>
    </message>
    <message>
        <source>body_type: 2 is not a known kind of body.</source>
        <translation>body_type：2 不是已知的请求体类型。</translation>
    </message>
    <message>
        <source>on_failure: must be &quot;continue&quot; or &quot;end_iteration&quot;.</source>
        <translation>on_failure：必须是 &quot;continue&quot; 或 &quot;end_iteration&quot;。</translation>
    </message>
    <message>
        <source>rule: must be &quot;AND&quot; or &quot;OR&quot;.</source>
        <translation>rule：必须是 &quot;AND&quot; 或 &quot;OR&quot;。</translation>
    </message>
    <message>
        <source>variable_type: 4 is not a known kind of variable.</source>
        <translation>variable_type：4 不是已知的变量类型。</translation>
    </message>
    <message>
        <source>variable: must be a list.</source>
        <translation>variable：必须是列表。</translation>
    </message>
    <message>
        <source>case_id_list[%1]: must be the id of a case.</source>
        <translation>case_id_list[%1]：必须是用例 id。</translation>
    </message>
    <message>
        <source>values.%1: must be a text.</source>
        <translation>values.%1：必须是文本。</translation>
    </message>
    <message>
        <source>%1[%2]: the id %3 is used twice.</source>
        <translation>%1[%2]：id %3 重复使用。</translation>
    </message>
    <message>
        <source>directories[%1].parent_id: the directory lies in itself.</source>
        <translation>directories[%1].parent_id：目录位于自身之中。</translation>
    </message>
    <message>
        <source>%1 is damaged: line %2 is not JSON (%3).</source>
        <translation>%1 已损坏：第 %2 行不是 JSON（%3）。</translation>
    </message>
    <message>
        <source>%1 is not a Crescendo project: it holds no JSON object.</source>
        <translation>%1 不是 Crescendo 工程：其中没有 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 is not a Crescendo project: its “format” is not “crescendo-project”.</source>
        <translation>%1 不是 Crescendo 工程：其“format”不是“crescendo-project”。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Crescendo (file version %2).</source>
        <translation>%1 由更新版本的 Crescendo 写成（文件版本 %2）。</translation>
    </message>
    <message>
        <source>%1 is damaged at %2</source>
        <translation>%1 在 %2 处损坏</translation>
    </message>
    <message>
        <source>%1: must be one of %2.</source>
        <translation>%1：必须是 %2 之一。</translation>
    </message>
    <message>
        <source>“%1” is not a threshold: write it as p95&lt;300, or NAME: p95&lt;300.</source>
        <translation>“%1”不是阈值：请写成 p95&lt;300 或 NAME: p95&lt;300。</translation>
    </message>
    <message>
        <source>“%1” is not a figure a threshold can look at: choose one of %2.</source>
        <translation>“%1”不是阈值可用的指标：请选择 %2 之一。</translation>
    </message>
    <message>
        <source>comparison: must be one of &lt; &lt;= &gt; &gt;= =.</source>
        <translation>comparison：必须是 &lt; &lt;= &gt; &gt;= = 之一。</translation>
    </message>
    <message>
        <source>contents: instructions are nested deeper than ten levels.</source>
        <translation>contents：指令嵌套超过十层。</translation>
    </message>
    <message>
        <source>data_type: %1 is not a known kind of step.</source>
        <translation>data_type：%1 不是已知的步骤类型。</translation>
    </message>
    <message>
        <source>content_type: must be a whole number from 1 to 4.</source>
        <translation>content_type：必须是 1 到 4 的整数。</translation>
    </message>
    <message>
        <source>content: holds more than one request.</source>
        <translation>content：包含多个请求。</translation>
    </message>
    <message>
        <source>[%1]: must be an object.</source>
        <translation>[%1]：必须是对象。</translation>
    </message>
    <message>
        <source>type: must be &quot;basic&quot; or &quot;bearer&quot;.</source>
        <translation>type：必须是 &quot;basic&quot; 或 &quot;bearer&quot;。</translation>
    </message>
    <message>
        <source>must be an object.</source>
        <translation>必须是对象。</translation>
    </message>
    <message>
        <source>relation: must be &quot;AND&quot; or &quot;OR&quot;.</source>
        <translation>relation：必须是 &quot;AND&quot; 或 &quot;OR&quot;。</translation>
    </message>
    <message>
        <source>rounding: “%1” is not a way to round.</source>
        <translation>rounding：“%1”不是取整方式。</translation>
    </message>
    <message>
        <source>type: must be &quot;fixed&quot; or &quot;random&quot;.</source>
        <translation>type：必须是 &quot;fixed&quot; 或 &quot;random&quot;。</translation>
    </message>
    <message>
        <source>params.%1: must be a text.</source>
        <translation>params.%1：必须是文本。</translation>
    </message>
    <message>
        <source>%1: must be &quot;text&quot; or &quot;hex&quot;.</source>
        <translation>%1：必须是 &quot;text&quot; 或 &quot;hex&quot;。</translation>
    </message>
    <message>
        <source>version: must be &quot;3.1&quot;, &quot;3.1.1&quot; or &quot;5&quot;.</source>
        <translation>version：必须是 &quot;3.1&quot;、&quot;3.1.1&quot; 或 &quot;5&quot;。</translation>
    </message>
    <message>
        <source>rtmp_mode: must be &quot;play&quot; or &quot;publish&quot;.</source>
        <translation>rtmp_mode：必须是 &quot;play&quot; 或 &quot;publish&quot;。</translation>
    </message>
</context>
<context>
    <name>exchange::CurlCommand</name>
    <message>
        <source>The shell variable %1 became the variable of the same name here.</source>
        <translation>Shell 变量 %1 已转换为同名变量。</translation>
    </message>
    <message>
        <source>What follows the first command was left out.</source>
        <translation>第一条命令之后的内容已忽略。</translation>
    </message>
    <message>
        <source>The cURL command has no address.</source>
        <translation>cURL 命令中没有地址。</translation>
    </message>
    <message>
        <source>The option %1 of the cURL command lacks its value.</source>
        <translation>cURL 命令的选项 %1 缺少取值。</translation>
    </message>
    <message>
        <source>The option %1 was left out.</source>
        <translation>选项 %1 已忽略。</translation>
    </message>
    <message>
        <source>Only the first address was taken, not %1.</source>
        <translation>只采用第一个地址，未采用 %1。</translation>
    </message>
    <message>
        <source>Headers of the file %1 were left out.</source>
        <translation>文件 %1 中的请求头已忽略。</translation>
    </message>
    <message>
        <source>The header “%1” was left out.</source>
        <translation>请求头“%1”已忽略。</translation>
    </message>
    <message>
        <source>Cookies of the file %1 were left out.</source>
        <translation>文件 %1 中的 Cookie 已忽略。</translation>
    </message>
    <message>
        <source>The proxy %1 was left out: only HTTP proxies are known.</source>
        <translation>代理 %1 已忽略：仅支持 HTTP 代理。</translation>
    </message>
    <message>
        <source>The body in the file %1 was left out.</source>
        <translation>文件 %1 中的请求体已忽略。</translation>
    </message>
    <message>
        <source>The form field “%1” was left out.</source>
        <translation>表单字段“%1”已忽略。</translation>
    </message>
    <message>
        <source>The file %1 must be there when the test runs.</source>
        <translation>压测运行时文件 %1 必须存在。</translation>
    </message>
    <message>
        <source>This is neither an address nor a cURL command.</source>
        <translation>这既不是地址，也不是 cURL 命令。</translation>
    </message>
    <message>
        <source>An address starts with http:// or https://, not with %1://.</source>
        <translation>地址应以 http:// 或 https:// 开头，而不是 %1://。</translation>
    </message>
    <message>
        <source>“%1” is not a valid address.</source>
        <translation>“%1”不是有效的地址。</translation>
    </message>
    <message>
        <source>The text is too long for a cURL command.</source>
        <translation>文本过长，不像是 cURL 命令。</translation>
    </message>
    <message>
        <source>This is not a cURL command.</source>
        <translation>这不是 cURL 命令。</translation>
    </message>
    <message>
        <source>Paste an address or a cURL command.</source>
        <translation>请粘贴地址或 cURL 命令。</translation>
    </message>
</context>
<context>
    <name>exchange::CurlImport</name>
    <message>
        <source>command %1: %2</source>
        <translation>第 %1 条命令：%2</translation>
    </message>
    <message>
        <source>there is no cURL command in it.</source>
        <translation>其中没有 cURL 命令。</translation>
    </message>
</context>
<context>
    <name>exchange::HarImport</name>
    <message>
        <source>there is no HTTP request in it.</source>
        <translation>其中没有 HTTP 请求。</translation>
    </message>
    <message>
        <source>WebSocket traffic was left out: add a WebSocket card by hand.</source>
        <translation>已略去 WebSocket 流量：请手动添加 WebSocket 卡片。</translation>
    </message>
    <message>
        <source>An entry without an address of HTTP was left out.</source>
        <translation>已略去没有 HTTP 地址的条目。</translation>
    </message>
    <message>
        <source>A request of HTTP/3 is sent by HTTP/1.1 here.</source>
        <translation>HTTP/3 的请求在此以 HTTP/1.1 发送。</translation>
    </message>
    <message>
        <source>Recorded cookies were left out: each virtual user keeps its own, as the answers set them.</source>
        <translation>已略去录制的 Cookie：每个虚拟用户按响应的设置保存自己的 Cookie。</translation>
    </message>
    <message>
        <source>Headers of the browser&apos;s cache were left out, so that the server answers in full.</source>
        <translation>已略去浏览器缓存的头域，使服务器完整响应。</translation>
    </message>
    <message>
        <source>A recorded Authorization header was taken over: it may have run out.</source>
        <translation>已保留录制的 Authorization 头域：它可能已过期。</translation>
    </message>
    <message>
        <source>A file that is sent must be put beside the project by hand.</source>
        <translation>要发送的文件须手动放到工程旁边。</translation>
    </message>
    <message>
        <source>log.entries is missing.</source>
        <translation>缺少 log.entries。</translation>
    </message>
</context>
<context>
    <name>exchange::ImportTools</name>
    <message>
        <source>The file is nested more than %1 levels deep.</source>
        <translation>文件嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>The file is not valid JSON: %1 at byte %2.</source>
        <translation>文件不是有效的 JSON：%1，位于第 %2 字节。</translation>
    </message>
    <message>
        <source>The file holds no JSON object.</source>
        <translation>文件中没有 JSON 对象。</translation>
    </message>
    <message>
        <source>Imported requests</source>
        <translation>导入的请求</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>exchange::Importer</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is too large to import: at most %2 MB.</source>
        <translation>%1 太大，无法导入：最多 %2 MB。</translation>
    </message>
    <message>
        <source>%1 is nothing this program can import: a project, JMeter, HAR, Postman, OpenAPI or cURL file.</source>
        <translation>%1 不是本程序能导入的文件：工程、JMeter、HAR、Postman、OpenAPI 或 cURL 文件。</translation>
    </message>
    <message>
        <source>%1, read as %2: %3</source>
        <translation>%1，按 %2 读取：%3</translation>
    </message>
</context>
<context>
    <name>exchange::JmxCards</name>
    <message>
        <source>An assertion about something else than code, headers and body was left out.</source>
        <translation>已略去不针对响应码、头域和正文的断言。</translation>
    </message>
    <message>
        <source>An assertion about headers was left out: it names none.</source>
        <translation>已略去关于头域的断言：它没有指明头域。</translation>
    </message>
    <message>
        <source>An assertion that a pattern is not found was left out.</source>
        <translation>已略去“不匹配某模式”的断言。</translation>
    </message>
    <message>
        <source>An extraction of a match at random, or of all of them, takes the first here.</source>
        <translation>随机匹配或全部匹配的提取在此取第一个。</translation>
    </message>
    <message>
        <source>An extraction by a template of several groups takes the first group here.</source>
        <translation>使用多组模板的提取在此取第一组。</translation>
    </message>
    <message>
        <source>An extraction from what was sent was left out.</source>
        <translation>已略去从所发内容中的提取。</translation>
    </message>
    <message>
        <source>An assertion without an XPath was left out.</source>
        <translation>已略去没有 XPath 的断言。</translation>
    </message>
    <message>
        <source>%1 was left out: it has no like here.</source>
        <translation>已略去 %1：在此没有对应物。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxImport</name>
    <message>
        <source>A test fragment was left out.</source>
        <translation>已略去一个测试片段。</translation>
    </message>
    <message>
        <source>there is no thread group in it.</source>
        <translation>其中没有线程组。</translation>
    </message>
    <message>
        <source>A second data set of the same file was left out.</source>
        <translation>已略去同一文件的第二个数据集。</translation>
    </message>
    <message>
        <source>A data file must be put beside the project by hand.</source>
        <translation>数据文件须手动放到工程旁边。</translation>
    </message>
    <message>
        <source>A data file needs a first line with the names of its columns: add “%1”.</source>
        <translation>数据文件的第一行须是列名：请添加“%1”。</translation>
    </message>
    <message>
        <source>%1 was left out: it has no like here.</source>
        <translation>已略去 %1：在此没有对应物。</translation>
    </message>
    <message>
        <source>A counter counts by one here.</source>
        <translation>计数器在此每次加一。</translation>
    </message>
    <message>
        <source>A failure that stops a thread or the test ends the pass here: add a rule to stop a test.</source>
        <translation>会停止线程或测试的失败在此只结束本次迭代：要停止测试，请添加规则。</translation>
    </message>
    <message>
        <source>A thread group without requests was left out.</source>
        <translation>已略去没有请求的线程组。</translation>
    </message>
    <message>
        <source>A thread group before or after the test is a case like the others.</source>
        <translation>测试前后的线程组与其他用例一样。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxRequest</name>
    <message>
        <source>A request without a server goes to the variable host.</source>
        <translation>没有服务器的请求发往变量 host。</translation>
    </message>
    <message>
        <source>A file that is sent must be put beside the project by hand.</source>
        <translation>要发送的文件须手动放到工程旁边。</translation>
    </message>
    <message>
        <source>Resources inside of pages are not fetched.</source>
        <translation>不获取页面内的资源。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxScope</name>
    <message>
        <source>Sign-in by “%1” was left out: only basic is known.</source>
        <translation>已略去“%1”登录方式：只支持 Basic。</translation>
    </message>
    <message>
        <source>Only the first entry of an authorization manager was taken.</source>
        <translation>只取了授权管理器的第一项。</translation>
    </message>
    <message>
        <source>A timer at random became a pause of its mean.</source>
        <translation>随机定时器变为其平均值的停顿。</translation>
    </message>
    <message>
        <source>%1 was left out: it has no like here.</source>
        <translation>已略去 %1：在此没有对应物。</translation>
    </message>
    <message>
        <source>Timers wait before a request in JMeter, and after it here.</source>
        <translation>JMeter 的定时器在请求前等待，在此则在请求后等待。</translation>
    </message>
    <message>
        <source>Cookies of a cookie manager were left out: add them as a header.</source>
        <translation>已略去 Cookie 管理器中的 Cookie：请将其添加为头域。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxStages</name>
    <message>
        <source>A thread group that ends by loops starts all its users at once here.</source>
        <translation>按循环次数结束的线程组在此同时启动所有用户。</translation>
    </message>
    <message>
        <source>A thread group without end runs %1 s here.</source>
        <translation>没有结束时间的线程组在此运行 %1 秒。</translation>
    </message>
    <message>
        <source>The delay before a thread group was left out.</source>
        <translation>已略去线程组启动前的延迟。</translation>
    </message>
    <message>
        <source>The load of a %1 was left out: draw its curve in the case.</source>
        <translation>已略去 %1 的负载：请在用例中绘制曲线。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxSteps</name>
    <message>
        <source>%1 has no like here: what is in it runs once, in order.</source>
        <translation>%1 在此没有对应物：其中的内容按顺序运行一次。</translation>
    </message>
    <message>
        <source>Controllers more than %1 deep were left out: what is in them runs once, in order.</source>
        <translation>已略去超过 %1 层的控制器：其中的内容按顺序运行一次。</translation>
    </message>
    <message>
        <source>%1 was left out: it has no like here.</source>
        <translation>已略去 %1：在此没有对应物。</translation>
    </message>
    <message>
        <source>A loop without end runs %1 times here.</source>
        <translation>无限循环在此运行 %1 次。</translation>
    </message>
    <message>
        <source>A condition that is no single comparison was left out: what is in it always runs.</source>
        <translation>已略去不是单个比较的条件：其中的内容总会运行。</translation>
    </message>
    <message>
        <source>A while loop looks at its condition after the first turn, and ends after %1 turns.</source>
        <translation>While 循环在第一轮之后才检查条件，并在 %1 轮后结束。</translation>
    </message>
    <message>
        <source>A while loop whose condition is no single comparison runs once.</source>
        <translation>条件不是单个比较的 While 循环运行一次。</translation>
    </message>
    <message>
        <source>What an interleave controller does in turn is chosen at random here.</source>
        <translation>交替控制器轮流执行的内容在此随机选择。</translation>
    </message>
    <message>
        <source>A throughput controller by a count was left out: what is in it always runs.</source>
        <translation>已略去按次数的吞吐量控制器：其中的内容总会运行。</translation>
    </message>
    <message>
        <source>otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>A flow control action that stops or starts over was left out.</source>
        <translation>已略去停止或重新开始的流程控制动作。</translation>
    </message>
    <message>
        <source>A pause that follows no request was left out.</source>
        <translation>已略去不在请求之后的停顿。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxTexts</name>
    <message>
        <source>The function %1 has no like here and stands as it was.</source>
        <translation>函数 %1 在此没有对应物，保持原样。</translation>
    </message>
    <message>
        <source>Scripts inside of texts are not run.</source>
        <translation>不运行文本中的脚本。</translation>
    </message>
    <message>
        <source>“%1” is not a number this program can use: %2 stands in its place.</source>
        <translation>“%1”不是本程序可用的数字：以 %2 代替。</translation>
    </message>
</context>
<context>
    <name>exchange::JmxTree</name>
    <message>
        <source>it is no test plan of JMeter.</source>
        <translation>这不是 JMeter 的测试计划。</translation>
    </message>
    <message>
        <source>it is nested more than %1 levels deep.</source>
        <translation>嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>it is not valid XML: %1 in line %2.</source>
        <translation>不是有效的 XML：%1，位于第 %2 行。</translation>
    </message>
    <message>
        <source>it holds no test plan.</source>
        <translation>其中没有测试计划。</translation>
    </message>
</context>
<context>
    <name>exchange::Ledger</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2; %3 times in all)</source>
        <translation>%1（%2；共 %3 次）</translation>
    </message>
</context>
<context>
    <name>exchange::OpenApiImport</name>
    <message>
        <source>there is no operation in it.</source>
        <translation>其中没有操作。</translation>
    </message>
    <message>
        <source>Webhooks were left out: they are calls of the server.</source>
        <translation>已略去 Webhook：它们是服务器发出的调用。</translation>
    </message>
    <message>
        <source>Only the first server was taken: the variable base holds it.</source>
        <translation>只取了第一个服务器：它在变量 base 中。</translation>
    </message>
    <message>
        <source>The file names no server: set the variable base to the address of yours.</source>
        <translation>文件没有指明服务器：请将变量 base 设为您的地址。</translation>
    </message>
    <message>
        <source>Only the first %1 operations were taken.</source>
        <translation>只取了前 %1 个操作。</translation>
    </message>
    <message>
        <source>A parameter that is described elsewhere was left out.</source>
        <translation>已略去在别处描述的参数。</translation>
    </message>
    <message>
        <source>A cookie was left out: let an answer set it, or add a Cookie header.</source>
        <translation>已略去一个 Cookie：由响应设置它，或添加 Cookie 头域。</translation>
    </message>
    <message>
        <source>A file that is sent must be put beside the project by hand.</source>
        <translation>要发送的文件须手动放到工程旁边。</translation>
    </message>
    <message>
        <source>A body of XML without an example was left out.</source>
        <translation>已略去没有示例的 XML 请求体。</translation>
    </message>
    <message>
        <source>Sign-in by “%1” was left out.</source>
        <translation>已略去“%1”登录方式。</translation>
    </message>
    <message>
        <source>The variable %1 must get a value: the file says only that it is needed.</source>
        <translation>变量 %1 须有值：文件只说明需要它。</translation>
    </message>
    <message>
        <source>it is written in YAML: save it as JSON first.</source>
        <translation>这是 YAML 格式：请先另存为 JSON。</translation>
    </message>
    <message>
        <source>it is Swagger 2: convert it to OpenAPI 3 first.</source>
        <translation>这是 Swagger 2：请先转换为 OpenAPI 3。</translation>
    </message>
    <message>
        <source>it is not OpenAPI 3: the member openapi must begin with 3.</source>
        <translation>这不是 OpenAPI 3：成员 openapi 须以 3 开头。</translation>
    </message>
</context>
<context>
    <name>exchange::PerfTestImport</name>
    <message>
        <source>there is no case and no transaction in it.</source>
        <translation>其中没有用例，也没有事务。</translation>
    </message>
    <message>
        <source>Files of variables are not in an exported project: put them beside it.</source>
        <translation>导出的工程不含变量文件：请将其放到工程旁边。</translation>
    </message>
    <message>
        <source>A case was left out: %1</source>
        <translation>已略去一个用例：%1</translation>
    </message>
    <message>
        <source>A transaction was left out: %1</source>
        <translation>已略去一个事务：%1</translation>
    </message>
    <message>
        <source>A variable was left out: %1</source>
        <translation>已略去一个变量：%1</translation>
    </message>
    <message>
        <source>A task was left out: %1</source>
        <translation>已略去一个任务：%1</translation>
    </message>
    <message>
        <source>A transaction that is not in the file was left out.</source>
        <translation>已略去文件中没有的事务。</translation>
    </message>
</context>
<context>
    <name>exchange::PostmanImport</name>
    <message>
        <source>there is no request in it.</source>
        <translation>其中没有请求。</translation>
    </message>
    <message>
        <source>Folders more than %1 deep were left out.</source>
        <translation>已略去超过 %1 层的文件夹。</translation>
    </message>
    <message>
        <source>A request without an address was left out.</source>
        <translation>已略去没有地址的请求。</translation>
    </message>
    <message>
        <source>Proxies and certificates were left out: set them in the request&apos;s options.</source>
        <translation>已略去代理和证书：请在请求的选项中设置。</translation>
    </message>
    <message>
        <source>A file that is sent must be put beside the project by hand.</source>
        <translation>要发送的文件须手动放到工程旁边。</translation>
    </message>
    <message>
        <source>A body of the kind “%1” was left out.</source>
        <translation>已略去“%1”类型的请求体。</translation>
    </message>
    <message>
        <source>Sign-in by “%1” was left out: basic, bearer and API keys are known.</source>
        <translation>已略去“%1”登录方式：支持 Basic、Bearer 和 API 密钥。</translation>
    </message>
    <message>
        <source>A script after the answer was left out: use checks and extractions.</source>
        <translation>已略去响应后的脚本：请使用检查点和提取。</translation>
    </message>
    <message>
        <source>A script before the request was left out: use variables and functions.</source>
        <translation>已略去请求前的脚本：请使用变量和函数。</translation>
    </message>
    <message>
        <source>it is a collection of version 1: export it from Postman as version 2.1.</source>
        <translation>这是版本 1 的集合：请从 Postman 导出为版本 2.1。</translation>
    </message>
    <message>
        <source>the member item is missing.</source>
        <translation>缺少成员 item。</translation>
    </message>
</context>
<context>
    <name>exchange::PostmanTexts</name>
    <message>
        <source>{{%1}} has no like here: ten random characters stand in its place.</source>
        <translation>{{%1}} 在此没有对应物：以十个随机字符代替。</translation>
    </message>
</context>
<context>
    <name>exchange::ProjectFolder</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is too large for a project file.</source>
        <translation>“%1”对工程文件来说过大。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it must hold a list.</source>
        <translation>“%1”已损坏：其中必须是列表。</translation>
    </message>
</context>
<context>
    <name>exchange::ShellWords</name>
    <message>
        <source>The command ends inside a quote: a %1 is missing.</source>
        <translation>命令在引号内结束：缺少 %1。</translation>
    </message>
</context>
<context>
    <name>items::BranchesModel</name>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Add a branch</source>
        <translation>添加分支</translation>
    </message>
    <message>
        <source>Remove branches and their steps</source>
        <translation>移除分支及其步骤</translation>
    </message>
    <message>
        <source>Edit a branch</source>
        <translation>编辑分支</translation>
    </message>
</context>
<context>
    <name>items::CaseStepsModel</name>
    <message>
        <source>Add a described step</source>
        <translation>添加描述步骤</translation>
    </message>
    <message>
        <source>Edit a described step</source>
        <translation>编辑描述步骤</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>预期结果</translation>
    </message>
    <message>
        <source>Remove described steps</source>
        <translation>移除描述步骤</translation>
    </message>
</context>
<context>
    <name>items::CasesModel</name>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
</context>
<context>
    <name>items::ChecksModel</name>
    <message>
        <source>Status code</source>
        <translation>响应码</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>响应体</translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>JSON 值</translation>
    </message>
    <message>
        <source>JSONPath</source>
        <translation>JSONPath</translation>
    </message>
    <message>
        <source>XPath</source>
        <translation>XPath</translation>
    </message>
    <message>
        <source>Plugin check</source>
        <translation>插件检查</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>is above</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>大于等于</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>小于等于</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>匹配正则</translation>
    </message>
    <message>
        <source>exists</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>Name the header to look at.</source>
        <translation>请填写要检查的响应头名称。</translation>
    </message>
    <message>
        <source>Say where to look: a path.</source>
        <translation>请填写检查位置：路径。</translation>
    </message>
    <message>
        <source>This regular expression does not hold: %1.</source>
        <translation>正则表达式有误：%1。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Name or path</source>
        <translation>名称或路径</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Add a check</source>
        <translation>添加检查点</translation>
    </message>
    <message>
        <source>Remove checks</source>
        <translation>移除检查点</translation>
    </message>
    <message>
        <source>Edit a check</source>
        <translation>编辑检查点</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次响应</translation>
    </message>
</context>
<context>
    <name>items::ConditionModel</name>
    <message>
        <source>Say what is compared, such as ${status}.</source>
        <translation>请填写要比较的内容，例如 ${status}。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较值</translation>
    </message>
    <message>
        <source>Add a comparison</source>
        <translation>添加比较</translation>
    </message>
    <message>
        <source>Remove comparisons</source>
        <translation>移除比较</translation>
    </message>
    <message>
        <source>Edit a comparison</source>
        <translation>编辑比较</translation>
    </message>
</context>
<context>
    <name>items::DataModel</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>to nearest, half up</source>
        <translation>四舍五入</translation>
    </message>
    <message>
        <source>to nearest, half down</source>
        <translation>五舍六入</translation>
    </message>
    <message>
        <source>to nearest, half to even</source>
        <translation>四舍六入五成双</translation>
    </message>
    <message>
        <source>away from zero</source>
        <translation>远离零</translation>
    </message>
    <message>
        <source>towards zero</source>
        <translation>向零取整</translation>
    </message>
    <message>
        <source>up</source>
        <translation>向上取整</translation>
    </message>
    <message>
        <source>down</source>
        <translation>向下取整</translation>
    </message>
    <message>
        <source>Name the variable.</source>
        <translation>请填写变量名。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位</translation>
    </message>
    <message>
        <source>Rounded</source>
        <translation>取整方式</translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation>添加值</translation>
    </message>
    <message>
        <source>Remove values</source>
        <translation>移除值</translation>
    </message>
    <message>
        <source>Edit a value</source>
        <translation>编辑值</translation>
    </message>
</context>
<context>
    <name>items::EnvironmentsModel</name>
    <message>
        <source>Add environment “%1”</source>
        <translation>添加环境“%1”</translation>
    </message>
    <message>
        <source>Duplicate environment “%1”</source>
        <translation>复制环境“%1”</translation>
    </message>
    <message>
        <source>Delete environment “%1”</source>
        <translation>删除环境“%1”</translation>
    </message>
    <message>
        <source>Rename environment “%1”</source>
        <translation>重命名环境“%1”</translation>
    </message>
    <message>
        <source>— no variable</source>
        <translation>— 不是变量</translation>
    </message>
    <message>
        <source>Set “%1” in “%2”</source>
        <translation>在“%2”中设置“%1”</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Without environment</source>
        <translation>不使用环境时</translation>
    </message>
    <message>
        <source>Clear “%1” in all environments</source>
        <translation>清除所有环境中的“%1”</translation>
    </message>
</context>
<context>
    <name>items::ExtractionsModel</name>
    <message>
        <source>Name the variable.</source>
        <translation>请填写变量名。</translation>
    </message>
    <message>
        <source>Say which value: a path such as data.items[0].id or $..id.</source>
        <translation>请指明要取的值：路径，例如 data.items[0].id 或 $..id。</translation>
    </message>
    <message>
        <source>This regular expression does not hold: %1.</source>
        <translation>正则表达式有误：%1。</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>响应体</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>响应头</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Status code</source>
        <translation>响应码</translation>
    </message>
    <message>
        <source>JSON value</source>
        <translation>JSON 值</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Expression or path</source>
        <translation>表达式或路径</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则取</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Add an extraction</source>
        <translation>添加响应提取</translation>
    </message>
    <message>
        <source>Remove extractions</source>
        <translation>移除响应提取</translation>
    </message>
    <message>
        <source>Edit an extraction</source>
        <translation>编辑响应提取</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>上次响应</translation>
    </message>
    <message>
        <source>Say which value: an XPath such as /order/id or //item[1]/@sku.</source>
        <translation>请指明取哪个值：XPath，如 /order/id 或 //item[1]/@sku。</translation>
    </message>
    <message>
        <source>XML value</source>
        <translation>XML 值</translation>
    </message>
</context>
<context>
    <name>items::KeyValueModel</name>
    <message>
        <source>Switch “%1” on or off</source>
        <translation>启用或禁用“%1”</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>删除“%1”</translation>
    </message>
    <message>
        <source>Delete %1 rows</source>
        <translation>删除 %1 行</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>“%1” is not a header name.</source>
        <translation>“%1”不是请求头名称。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Value or file</source>
        <translation>值或文件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>内容类型</translation>
    </message>
</context>
<context>
    <name>items::PluginParamsModel</name>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Add a parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Remove parameters</source>
        <translation>移除参数</translation>
    </message>
    <message>
        <source>Edit a parameter</source>
        <translation>编辑参数</translation>
    </message>
</context>
<context>
    <name>items::ProjectTreeModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>items::RunHistoryModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Aborted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
</context>
<context>
    <name>items::SlaModel</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止运行</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Edit rule %1</source>
        <translation>编辑规则 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>Delete rule %1</source>
        <translation>删除规则 %1</translation>
    </message>
    <message>
        <source>Delete %1 rules</source>
        <translation>删除 %1 条规则</translation>
    </message>
    <message>
        <source>Whole case</source>
        <translation>整个用例</translation>
    </message>
    <message>
        <source>Response time, mean</source>
        <translation>平均响应时间</translation>
    </message>
    <message>
        <source>Response time, shortest</source>
        <translation>最短响应时间</translation>
    </message>
    <message>
        <source>Response time, longest</source>
        <translation>最长响应时间</translation>
    </message>
    <message>
        <source>Response time, %1</source>
        <translation>响应时间 %1</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Passes a second</source>
        <translation>每秒执行次数</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>失败请求</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>the whole case</source>
        <translation>用例共享</translation>
    </message>
    <message>
        <source>in %1 windows of 6 s in a row</source>
        <translation>连续 %1 个 6 s 窗口</translation>
    </message>
    <message>
        <source>in a window of 6 s</source>
        <translation>一个 6 s 窗口</translation>
    </message>
    <message>
        <source>%1 of %2 must be %3. If it is not %4, the test stops.</source>
        <translation>%2 的%1须%3；若%4不满足，则停止压测。</translation>
    </message>
    <message>
        <source>%1 of %2 must be %3. If it is not %4, an alarm is raised and the test goes on.</source>
        <translation>%2 的%1须%3；若%4不满足，则告警并继续压测。</translation>
    </message>
    <message>
        <source>No request or transaction here has this name: the rule would never be looked at.</source>
        <translation>这里没有此名称的请求或事务：该规则永远不会被检查。</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>作用于</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>items::StagesModel</name>
    <message>
        <source>Add stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Move stage</source>
        <translation>移动阶段</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>并发模式</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Surge, users</source>
        <translation>浪涌，并发</translation>
    </message>
    <message>
        <source>Surge, TPS</source>
        <translation>浪涌，TPS</translation>
    </message>
    <message>
        <source>Oscillation, users</source>
        <translation>震荡，并发</translation>
    </message>
    <message>
        <source>Oscillation, TPS</source>
        <translation>震荡，TPS</translation>
    </message>
    <message>
        <source>Smart peak</source>
        <translation>智能摸高</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 用户</translation>
    </message>
    <message>
        <source>Edit stage %1</source>
        <translation>编辑阶段 %1</translation>
    </message>
    <message>
        <source>Rename stage %1</source>
        <translation>重命名阶段 %1</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Delete stage %1</source>
        <translation>删除阶段 %1</translation>
    </message>
    <message>
        <source>Delete %1 stages</source>
        <translation>删除 %1 个阶段</translation>
    </message>
    <message>
        <source>from %1 users, set by hand up to %2</source>
        <translation>由 %1 并发起，手动调压，最高 %2</translation>
    </message>
    <message>
        <source>%1 to %2 users over %3</source>
        <translation>%3 内由 %1 升至 %2 并发</translation>
    </message>
    <message>
        <source>from %1 a second, set by hand up to %2</source>
        <translation>由每秒 %1 起，手动调压，最高 %2</translation>
    </message>
    <message>
        <source>%1 to %2 a second over %3</source>
        <translation>%3 内由每秒 %1 升至 %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 peaks of %2 s, %3 to %4 a second</source>
        <translation>%1 次峰值各 %2 s，每秒 %3 至 %4</translation>
    </message>
    <message>
        <source>%1 peaks of %2 s, %3 to %4 users</source>
        <translation>%1 次峰值各 %2 s，%3 至 %4 并发</translation>
    </message>
    <message>
        <source>%1 waves, %2 to %3 a second</source>
        <translation>%1 次波动，每秒 %2 至 %3</translation>
    </message>
    <message>
        <source>%1 waves, %2 to %3 users</source>
        <translation>%1 次波动，%2 至 %3 并发</translation>
    </message>
    <message>
        <source>%1 users, +%2 each %3, up to %4</source>
        <translation>%1 并发，每 %3 加 %2，最高 %4</translation>
    </message>
    <message>
        <source>then</source>
        <translation>然后</translation>
    </message>
    <message>
        <source>%1 passes</source>
        <translation>执行 %1 次</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>items::StatsTableModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Per second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Average, ms</source>
        <translation>平均，ms</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50，ms</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95，ms</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99，ms</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>items::StepDetail</name>
    <message>
        <source>always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 且 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 次</translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1，直到 %2</translation>
    </message>
    <message>
        <source>fixed, %1</source>
        <translation>固定，%1</translation>
    </message>
    <message>
        <source>random, %1</source>
        <translation>随机，%1</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 用户</translation>
    </message>
    <message>
        <source>all users</source>
        <translation>全部用户</translation>
    </message>
    <message>
        <source>%1, or after %2 s</source>
        <translation>%1，或等待 %2 s</translation>
    </message>
    <message>
        <source>at most %1 requests a second</source>
        <translation>每秒最多 %1 个请求</translation>
    </message>
</context>
<context>
    <name>items::StepTable</name>
    <message>
        <source>Rename “%1”</source>
        <translation>重命名“%1”</translation>
    </message>
    <message>
        <source>matches: %1</source>
        <translation>匹配：%1</translation>
    </message>
    <message>
        <source>does not match: %1</source>
        <translation>不匹配：%1</translation>
    </message>
</context>
<context>
    <name>items::StepsModel</name>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>Move %1 steps</source>
        <translation>移动 %1 个步骤</translation>
    </message>
    <message>
        <source>before the first pass</source>
        <translation>每个用户执行一次</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 个步骤</translation>
    </message>
    <message>
        <source>Once for each user</source>
        <translation>前置步骤</translation>
    </message>
    <message>
        <source>Every pass</source>
        <translation>每次循环</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>则</translation>
    </message>
    <message>
        <source>Else</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>Copy steps</source>
        <translation>复制步骤</translation>
    </message>
</context>
<context>
    <name>items::TaskCasesModel</name>
    <message>
        <source>Add case “%1” to the task</source>
        <translation>将用例“%1”加入任务</translation>
    </message>
    <message>
        <source>Change the order of the cases</source>
        <translation>调整用例顺序</translation>
    </message>
    <message>
        <source>This case does not exist any more.</source>
        <translation>此用例已不存在。</translation>
    </message>
    <message>
        <source>The case is switched off.</source>
        <translation>此用例已禁用。</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>用例 %1</translation>
    </message>
    <message>
        <source>%1, … %2 stages</source>
        <translation>%1，… 共 %2 个阶段</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Take cases out of the task</source>
        <translation>从任务中移出用例</translation>
    </message>
</context>
<context>
    <name>items::TasksModel</name>
    <message>
        <source>The task has no case yet: add one.</source>
        <translation>任务还没有用例：请添加。</translation>
    </message>
    <message>
        <source>together</source>
        <translation>并行</translation>
    </message>
    <message>
        <source>one by one</source>
        <translation>依次</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>They run</source>
        <translation>执行方式</translation>
    </message>
</context>
<context>
    <name>items::TransactionsModel</name>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>items::VariablesModel</name>
    <message>
        <source>Add variable “%1”</source>
        <translation>添加变量“%1”</translation>
    </message>
    <message>
        <source>Integer range</source>
        <translation>整数范围</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>A copy a user</source>
        <translation>每个用户一份</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Edit variable “%1”</source>
        <translation>编辑变量“%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>共享方式</translation>
    </message>
    <message>
        <source>Delete variable “%1”</source>
        <translation>删除变量“%1”</translation>
    </message>
    <message>
        <source>Delete %1 variables</source>
        <translation>删除 %1 个变量</translation>
    </message>
    <message>
        <source>A name has no spaces and none of $ { } ( ) and the comma.</source>
        <translation>名称不能含空格、$ { } ( ) 和逗号。</translation>
    </message>
    <message>
        <source>Names that begin with __ are those of functions.</source>
        <translation>以 __ 开头的名称保留给函数。</translation>
    </message>
    <message>
        <source>Two variables have the name “%1”.</source>
        <translation>有两个变量都名为“%1”。</translation>
    </message>
    <message>
        <source>A range needs a smallest and a largest number.</source>
        <translation>范围需要最小值和最大值。</translation>
    </message>
    <message>
        <source>The list has no value.</source>
        <translation>列表没有值。</translation>
    </message>
    <message>
        <source>Choose a file: CSV or XLSX, its first line names the columns.</source>
        <translation>请选择文件：CSV 或 XLSX，首行为列名。</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>敏感</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>report::Comparison</name>
    <message>
        <source>A difference counts as larger than noise when it exceeds 3 % and two standard errors of the figures a second (p99: twice, max: three times that); for failures, two standard errors of the difference of the shares.</source>
        <translation>差异超过 3 % 且超过每秒数值的两个标准误（p99 为其两倍，最大值为三倍）时视为大于噪声；失败率则看占比之差的两个标准误。</translation>
    </message>
    <message>
        <source>“%1” is not a comparison rule; write for example p95&gt;+10% or Pay: errors&gt;+5.</source>
        <translation>“%1”不是对比规则；例如写 p95&gt;+10% 或 Pay: errors&gt;+5。</translation>
    </message>
    <message>
        <source>“%1” in “%2” is not a metric; there are avg, min, max, p50 to p9999, rps, tps, success_rate and errors.</source>
        <translation>“%2”中的“%1”不是指标；可用 avg、min、max、p50 至 p9999、rps、tps、success_rate 和 errors。</translation>
    </message>
    <message>
        <source>“%1” cannot be compared; choose one of %2.</source>
        <translation>“%1”无法比较；请选择 %2 之一。</translation>
    </message>
    <message>
        <source>“%1” needs a sign before its percentage, as in p95&gt;+10%.</source>
        <translation>“%1”的百分比前需要正负号，如 p95&gt;+10%。</translation>
    </message>
    <message>
        <source>“%1” fits nothing both runs have.</source>
        <translation>“%1”与两次运行共有的内容均不匹配。</translation>
    </message>
</context>
<context>
    <name>report::JsonReport</name>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 is not a complete run file: %2 at byte %3.</source>
        <translation>%1 不是完整的运行文件：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>%1 is not a run file of Crescendo.</source>
        <translation>%1 不是 Crescendo 的运行文件。</translation>
    </message>
    <message>
        <source>%1 was written by a newer Crescendo (run file version %2; this one reads version %3).</source>
        <translation>%1 由更新版本的 Crescendo 写成（运行文件版本 %2；本程序可读版本 %3）。</translation>
    </message>
    <message>
        <source>%1 is damaged: its version is missing or wrong.</source>
        <translation>%1 已损坏：缺少版本号或版本号有误。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 已损坏：%2。</translation>
    </message>
</context>
<context>
    <name>report::PdfReport</name>
    <message>
        <source>%1 worker threads</source>
        <translation>%1 个工作线程</translation>
    </message>
    <message>
        <source>This computer was never the limit.</source>
        <translation>本机始终不是瓶颈。</translation>
    </message>
    <message>
        <source>Top CPU %1 %, lateness p99 %2 ms, %3 starts dropped</source>
        <translation>最高 CPU %1 %，启动延迟 p99 %2 ms，丢弃启动 %3</translation>
    </message>
    <message>
        <source>No limits were set</source>
        <translation>未设置指标</translation>
    </message>
    <message>
        <source>Nothing was asked of this run.</source>
        <translation>此次运行没有要求。</translation>
    </message>
    <message>
        <source>All limits kept</source>
        <translation>全部指标达标</translation>
    </message>
    <message>
        <source>Every rule and threshold held.</source>
        <translation>所有规则与阈值均满足。</translation>
    </message>
    <message>
        <source>%1 of %2 limits missed</source>
        <translation>%2 项指标中 %1 项未达标</translation>
    </message>
    <message>
        <source>The figures can be trusted</source>
        <translation>数据可信</translation>
    </message>
    <message>
        <source>The figures cannot be trusted</source>
        <translation>数据不可信</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p90 %1</source>
        <translation>p90 %1</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>最大 %1</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>%1 user minutes</source>
        <translation>%1 用户分钟</translation>
    </message>
    <message>
        <source>Response times, % of requests up to, ms</source>
        <translation>响应时间，各区间请求占比 %，上限 ms</translation>
    </message>
    <message>
        <source>achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Time of a whole pass</source>
        <translation>一次完整执行的时间</translation>
    </message>
    <message>
        <source>Answers per second</source>
        <translation>每秒响应数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>归属</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The PDF cannot be drawn.</source>
        <translation>无法绘制 PDF。</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>如何阅读</translation>
    </message>
    <message>
        <source>Response time runs from the first act of an exchange to the last byte of the answer; failed requests are in averages and percentiles. pN: N % of the requests were answered at least this fast. A transaction is one full pass through the steps of a case. Rates are divided by the seconds with traffic.</source>
        <translation>响应时间从一次交互的第一个动作算到响应的最后一个字节；失败的请求计入平均值与百分位。pN：N % 的请求不慢于此值。事务是用例各步骤的一次完整执行。速率按有流量的秒数计算。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>RTMP connect</source>
        <translation>RTMP 连接</translation>
    </message>
    <message>
        <source>creating the stream</source>
        <translation>创建流</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>no new data</source>
        <translation>没有新数据</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>FLV header</source>
        <translation>FLV 头</translation>
    </message>
    <message>
        <source>time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>FLV data</source>
        <translation>FLV 数据</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>first frame</source>
        <translation>首帧</translation>
    </message>
    <message>
        <source>key frames received late</source>
        <translation>接收的关键帧延迟</translation>
    </message>
    <message>
        <source>key frames sent late</source>
        <translation>发送的关键帧延迟</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>流媒体</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放次数</translation>
    </message>
    <message>
        <source>Success %</source>
        <translation>成功率 %</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>卡顿</translation>
    </message>
    <message>
        <source>Still ms</source>
        <translation>停顿 ms</translation>
    </message>
    <message>
        <source>Packets/s out / in</source>
        <translation>包/秒 发 / 收</translation>
    </message>
    <message>
        <source>Packets out / in</source>
        <translation>包 发 / 收</translation>
    </message>
    <message>
        <source>Audio kB out / in</source>
        <translation>音频 kB 发 / 收</translation>
    </message>
    <message>
        <source>Video kB out / in</source>
        <translation>视频 kB 发 / 收</translation>
    </message>
    <message>
        <source>Delays of streams</source>
        <translation>流媒体延迟</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Failures of streams</source>
        <translation>流媒体失败</translation>
    </message>
    <message>
        <source>Errors by side</source>
        <translation>按归属的错误</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>按原因的错误</translation>
    </message>
    <message>
        <source>check failed</source>
        <translation>校验失败</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>This computer: CPU of the busiest worker</source>
        <translation>本机：最忙工作线程的 CPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>This computer: lateness of starts</source>
        <translation>本机：启动延迟</translation>
    </message>
</context>
<context>
    <name>report::ReportFile</name>
    <message>
        <source>This program lacks its report page (%1).</source>
        <translation>程序缺少报告页面（%1）。</translation>
    </message>
    <message>
        <source>This program&apos;s report page is broken: %1.</source>
        <translation>程序的报告页面已损坏：%1。</translation>
    </message>
    <message>
        <source>%1 was %2, but %3 was asked for.</source>
        <translation>%1 为 %2，而要求为 %3。</translation>
    </message>
    <message>
        <source>The run was cut short.</source>
        <translation>运行被提前结束。</translation>
    </message>
    <message>
        <source>its member “%1” is missing or wrong</source>
        <translation>其成员“%1”缺失或有误</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>report::ReportWriter</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>%1 names no form of report; choose .html, .pdf, .csv, .xlsx, .json or .xml.</source>
        <translation>%1 不是报告格式；请选择 .html、.pdf、.csv、.xlsx、.json 或 .xml。</translation>
    </message>
</context>
<context>
    <name>report::Verdict</name>
    <message>
        <source>A worker of this computer was busy at up to %1 % of a core, so starts may have come late.</source>
        <translation>本机一个工作线程最高占用 %1 % 的核心，启动可能偏晚。</translation>
    </message>
    <message>
        <source>Throughput limited by this computer: a worker was busy at up to %1 % of a core.</source>
        <translation>吞吐量受限于本机：一个工作线程最高占用 %1 % 的核心。</translation>
    </message>
    <message>
        <source>One start in a hundred came more than %1 ms late.</source>
        <translation>百分之一的启动晚了 %1 ms 以上。</translation>
    </message>
    <message>
        <source>%1 requests failed for a reason of this computer: %2</source>
        <translation>%1 个请求因本机原因失败：%2</translation>
    </message>
    <message>
        <source>%1 starts were dropped although users were free.</source>
        <translation>有 %1 次启动在用户空闲时被丢弃。</translation>
    </message>
    <message>
        <source>%1 of %2 starts were dropped because all users were busy.</source>
        <translation>%2 次启动中有 %1 次因所有用户都在忙而被丢弃。</translation>
    </message>
    <message>
        <source>Seen before the start: %1</source>
        <translation>启动前发现：%1</translation>
    </message>
</context>
<context>
    <name>services::ApiService</name>
    <message>
        <source>%1 holds secrets and others could read it: set the password of the API anew.</source>
        <translation>%1 含有机密且可能被他人读取：请重新设置 API 的密码。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
</context>
<context>
    <name>services::Backups</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>The workspace could not be backed up: %1</source>
        <translation>无法备份工作区：%1</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>无法创建 %1。</translation>
    </message>
    <message>
        <source>The workspace is open in another program: close it there first.</source>
        <translation>工作区已在另一个程序中打开：请先在那里关闭。</translation>
    </message>
    <message>
        <source>What the workspace holds now could not be kept as %1, so nothing was changed.</source>
        <translation>工作区当前的内容无法保存为 %1，因此未作任何更改。</translation>
    </message>
</context>
<context>
    <name>services::DebugService</name>
    <message>
        <source>A case is being debugged already.</source>
        <translation>已有用例正在调试。</translation>
    </message>
</context>
<context>
    <name>services::DemoService</name>
    <message>
        <source>The demo target could not start: %1</source>
        <translation>演示目标无法启动：%1</translation>
    </message>
</context>
<context>
    <name>services::ForeignImport</name>
    <message>
        <source>Import transaction “%1”</source>
        <translation>导入事务“%1”</translation>
    </message>
    <message>
        <source>The project&apos;s own variable “%1” stays as it is.</source>
        <translation>工程自己的变量“%1”保持不变。</translation>
    </message>
    <message>
        <source>Import variables</source>
        <translation>导入变量</translation>
    </message>
    <message>
        <source>The project&apos;s own environment “%1” stays as it is.</source>
        <translation>工程自己的环境“%1”保持不变。</translation>
    </message>
    <message>
        <source>Import environments</source>
        <translation>导入环境</translation>
    </message>
    <message>
        <source>Import “%1”</source>
        <translation>导入“%1”</translation>
    </message>
    <message>
        <source>The import was cancelled.</source>
        <translation>导入已取消。</translation>
    </message>
</context>
<context>
    <name>services::FullLinkService</name>
    <message>
        <source>Application %1</source>
        <translation>应用 %1</translation>
    </message>
    <message>
        <source>The mock endpoint could not start: %1</source>
        <translation>Mock 服务无法启动：%1</translation>
    </message>
    <message>
        <source>The stress mark must be a header: a name of letters, digits and hyphens, and a value of one line.</source>
        <translation>压测标记必须是请求头：名称由字母、数字和连字符组成，值只有一行。</translation>
    </message>
</context>
<context>
    <name>services::Names</name>
    <message>
        <source>extracted by “%1”</source>
        <translation>由“%1”提取</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算得到</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>column of “%1”</source>
        <translation>“%1”的列</translation>
    </message>
    <message>
        <source>of an environment</source>
        <translation>来自环境</translation>
    </message>
    <message>
        <source>random identity number</source>
        <translation>随机身份证号</translation>
    </message>
    <message>
        <source>random mobile number</source>
        <translation>随机手机号</translation>
    </message>
    <message>
        <source>random whole number: 1,100</source>
        <translation>随机整数：1,100</translation>
    </message>
    <message>
        <source>random text: length</source>
        <translation>随机文本：长度</translation>
    </message>
    <message>
        <source>now: s or ms</source>
        <translation>当前时间戳：s 或 ms</translation>
    </message>
    <message>
        <source>now by pattern: yyyy-MM-dd, offset in seconds</source>
        <translation>按格式的当前时间：yyyy-MM-dd，偏移秒数</translation>
    </message>
    <message>
        <source>random, 32 characters</source>
        <translation>随机，32 个字符</translation>
    </message>
    <message>
        <source>number of the virtual user</source>
        <translation>虚拟用户编号</translation>
    </message>
    <message>
        <source>number of the pass</source>
        <translation>执行序号</translation>
    </message>
    <message>
        <source>name of the case</source>
        <translation>用例名称</translation>
    </message>
    <message>
        <source>number of the turn</source>
        <translation>循环序号</translation>
    </message>
</context>
<context>
    <name>services::PlanCompiler</name>
    <message>
        <source>The project has no environment named “%1”.</source>
        <translation>工程中没有名为“%1”的环境。</translation>
    </message>
    <message>
        <source>%1: the case has no stage, so it would send nothing.</source>
        <translation>%1：用例没有阶段，不会发送任何请求。</translation>
    </message>
    <message>
        <source>%1: the case has no enabled request.</source>
        <translation>%1：用例没有启用的请求。</translation>
    </message>
    <message>
        <source>No case was chosen to run.</source>
        <translation>没有选择要运行的用例。</translation>
    </message>
    <message>
        <source>The project has no case number %1.</source>
        <translation>工程中没有编号为 %1 的用例。</translation>
    </message>
    <message>
        <source>“%1” is no header name.</source>
        <translation>“%1”不是请求头名称。</translation>
    </message>
    <message>
        <source>the value of header %1 holds a line break.</source>
        <translation>请求头 %1 的值含有换行。</translation>
    </message>
    <message>
        <source>a checkpoint looks at “%1”, which does not exist.</source>
        <translation>检查点的对象“%1”不存在。</translation>
    </message>
    <message>
        <source>a checkpoint compares by “%1”, which does not exist.</source>
        <translation>检查点的比较方式“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1” is no HTTP method.</source>
        <translation>“%1”不是 HTTP 方法。</translation>
    </message>
    <message>
        <source>“%1” is not a URL that can be requested.</source>
        <translation>“%1”不是可请求的 URL。</translation>
    </message>
    <message>
        <source>“%1” is a version of HTTP that cannot be spoken; HTTP/1.1 and HTTP/2 can.</source>
        <translation>无法使用 HTTP 版本“%1”；可用 HTTP/1.1 和 HTTP/2。</translation>
    </message>
    <message>
        <source>Variable “%1”: its range ends before it begins.</source>
        <translation>变量“%1”：范围的终点小于起点。</translation>
    </message>
    <message>
        <source>Variable “%1” has no values.</source>
        <translation>变量“%1”没有值。</translation>
    </message>
    <message>
        <source>The sensitive variable “%1” has no value: give it with --var-env %1=NAME or in the editor.</source>
        <translation>敏感变量“%1”没有值：请用 --var-env %1=NAME 或在编辑器中给出。</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>%1: the transaction %2 is not in this project.</source>
        <translation>%1：事务 %2 不在本工程中。</translation>
    </message>
    <message>
        <source>%1: the transaction “%2” contains itself, or is nested deeper than ten levels.</source>
        <translation>%1：事务“%2”包含自身，或嵌套超过十层。</translation>
    </message>
    <message>
        <source>%1: a loop runs 0 to 100000 times, not “%2”.</source>
        <translation>%1：循环次数应为 0 到 100000，而不是“%2”。</translation>
    </message>
    <message>
        <source>the client certificate %1 cannot be read: %2.</source>
        <translation>无法读取客户端证书 %1：%2。</translation>
    </message>
    <message>
        <source>%1 holds no PEM text.</source>
        <translation>%1 不含 PEM 文本。</translation>
    </message>
    <message>
        <source>“%1”, to which the host “%2” is bound, is no IP address.</source>
        <translation>主机“%2”绑定的“%1”不是 IP 地址。</translation>
    </message>
    <message>
        <source>the host “%1” is bound to no address.</source>
        <translation>主机“%1”没有绑定地址。</translation>
    </message>
    <message>
        <source>“%1” is not a proxy: it must read http://host:port.</source>
        <translation>“%1”不是代理：应写成 http://主机:端口。</translation>
    </message>
    <message>
        <source>%1: the parameter “%2” of the plugin has no value.</source>
        <translation>%1：插件参数“%2”没有值。</translation>
    </message>
    <message>
        <source>the payload is not made of pairs of hexadecimal digits.</source>
        <translation>载荷不是成对的十六进制数字。</translation>
    </message>
    <message>
        <source>the end mark is not made of pairs of hexadecimal digits.</source>
        <translation>结束符不是成对的十六进制数字。</translation>
    </message>
    <message>
        <source>“%1” is no method of WebSocket.</source>
        <translation>“%1”不是 WebSocket 的方法。</translation>
    </message>
    <message>
        <source>“%1” is no method of MQTT.</source>
        <translation>“%1”不是 MQTT 的方法。</translation>
    </message>
    <message>
        <source>an MQTT card of this method needs a topic.</source>
        <translation>此方法的 MQTT 请求需要主题。</translation>
    </message>
    <message>
        <source>the card has no address.</source>
        <translation>请求没有地址。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than 200 MB.</source>
        <translation>%1 超过 200 MB。</translation>
    </message>
    <message>
        <source>the file %1 cannot be read: %2.</source>
        <translation>无法读取文件 %1：%2。</translation>
    </message>
    <message>
        <source>the files of a request may have 256 MB together; %1 goes beyond.</source>
        <translation>一个请求的文件合计不得超过 256 MB；%1 已超出。</translation>
    </message>
    <message>
        <source>a condition compares by “%1”, which does not exist.</source>
        <translation>条件的比较方式“%1”不存在。</translation>
    </message>
    <message>
        <source>%1: instructions are nested deeper than ten levels.</source>
        <translation>%1：指令嵌套超过十层。</translation>
    </message>
    <message>
        <source>an answer that ends after a length needs one.</source>
        <translation>按长度结束的响应必须给出长度。</translation>
    </message>
    <message>
        <source>an answer that ends with a mark needs one.</source>
        <translation>按结束符结束的响应必须给出结束符。</translation>
    </message>
    <message>
        <source>the body comes from a file, and none is named.</source>
        <translation>请求体来自文件，但没有指定文件。</translation>
    </message>
</context>
<context>
    <name>services::PluginShelf</name>
    <message>
        <source>request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The plugin “%1” is not there: neither plugins/%1.json beside the project nor in your plugins folder.</source>
        <translation>找不到插件“%1”：工程旁的 plugins/%1.json 和您的插件文件夹中都没有。</translation>
    </message>
    <message>
        <source>The plugin “%1”: %2</source>
        <translation>插件“%1”：%2</translation>
    </message>
    <message>
        <source>The plugin “%1” has no function “%2”.</source>
        <translation>插件“%1”没有函数“%2”。</translation>
    </message>
    <message>
        <source>“%2” of the plugin “%1” is a %3, where a %4 is needed.</source>
        <translation>插件“%1”的“%2”是%3，而此处需要%4。</translation>
    </message>
    <message>
        <source>“%1” does not name a plugin and its function as PLUGIN.FUNCTION.</source>
        <translation>“%1”没有按“插件.函数”的形式指明插件及其函数。</translation>
    </message>
</context>
<context>
    <name>services::Preflight</name>
    <message>
        <source>The load may need %1 connections at once, but this program may open only %2: raise the limit of open files (ulimit -n).</source>
        <translation>此压力可能同时需要 %1 个连接，但本程序只能打开 %2 个：请提高打开文件数上限（ulimit -n）。</translation>
    </message>
    <message>
        <source>The load may need %1 connections to one address, but this computer has %2 local ports: widen net.ipv4.ip_local_port_range.</source>
        <translation>此压力可能需要 %1 个到同一地址的连接，但本机只有 %2 个本地端口：请放宽 net.ipv4.ip_local_port_range。</translation>
    </message>
    <message>
        <source>The load opens up to %1 new connections a second, and each keeps its local port for a minute: this computer has ports for %2 a second. Let the requests keep their connections.</source>
        <translation>此压力每秒最多新建 %1 个连接，每个连接占用本地端口一分钟：本机端口只够每秒 %2 个。请让请求保持连接。</translation>
    </message>
    <message>
        <source>The load may need %1 MB of memory, but only %2 MB are free: use fewer users.</source>
        <translation>此压力可能需要 %1 MB 内存，但只有 %2 MB 可用：请减少用户。</translation>
    </message>
    <message>
        <source>The load asks for up to %1 requests a second, but this computer was measured to send about %2: starts may come late or be dropped.</source>
        <translation>此压力每秒最多要求 %1 个请求，而本机实测约可发送 %2 个：启动可能偏晚或被丢弃。</translation>
    </message>
</context>
<context>
    <name>services::ProjectCheck</name>
    <message>
        <source>unnamed request</source>
        <translation>未命名请求</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>响应提取</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>客户端证书</translation>
    </message>
    <message>
        <source>The regular expression has %1 groups, not %2.</source>
        <translation>正则表达式有 %1 个分组，而不是 %2 个。</translation>
    </message>
    <message>
        <source>The file %1 is not there.</source>
        <translation>文件 %1 不存在。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>The body comes from a file, and none is named.</source>
        <translation>请求体来自文件，但没有指定文件。</translation>
    </message>
</context>
<context>
    <name>services::RowSource</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is empty: its first line must name the columns.</source>
        <translation>%1 为空：首行必须是列名。</translation>
    </message>
    <message>
        <source>%1, line %2: %3 cells where the first line has %4.</source>
        <translation>%1 第 %2 行：有 %3 个单元格，而首行有 %4 个。</translation>
    </message>
    <message>
        <source>%1, line %2: a quotation mark is never closed.</source>
        <translation>%1 第 %2 行：引号未闭合。</translation>
    </message>
    <message>
        <source>%1 has no rows below its first line.</source>
        <translation>%1 的首行之下没有数据行。</translation>
    </message>
    <message>
        <source>Variable “%1”: %2</source>
        <translation>变量“%1”：%2</translation>
    </message>
    <message>
        <source>Variable “%1” names no file.</source>
        <translation>变量“%1”没有指定文件。</translation>
    </message>
</context>
<context>
    <name>services::RunRecorder</name>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Load set to %1</source>
        <translation>负载已设为 %1</translation>
    </message>
    <message>
        <source>The warm-up ends: figures count from here</source>
        <translation>预热结束：从此处开始计数</translation>
    </message>
</context>
<context>
    <name>services::RunService</name>
    <message>
        <source>A run is under way: stop it first.</source>
        <translation>有运行正在进行：请先停止。</translation>
    </message>
    <message>
        <source>The run could not be written, it goes on in memory: %1</source>
        <translation>运行无法写入磁盘，继续在内存中进行：%1</translation>
    </message>
    <message>
        <source>The run could not start: %1</source>
        <translation>运行无法开始：%1</translation>
    </message>
    <message>
        <source>The project has no task number %1.</source>
        <translation>工程中没有编号为 %1 的任务。</translation>
    </message>
    <message>
        <source>The task “%1” has no enabled case.</source>
        <translation>任务“%1”没有启用的用例。</translation>
    </message>
    <message>
        <source>The run could not be written, it is kept in memory: %1</source>
        <translation>运行无法写入磁盘，保留在内存中：%1</translation>
    </message>
    <message>
        <source>The threshold “%1” looks at “%2”, but this run has no request or transaction of that name.</source>
        <translation>阈值“%1”检查“%2”，但此次运行没有该名称的请求或事务。</translation>
    </message>
    <message>
        <source>The knee shows: the search for the peak ends here</source>
        <translation>出现拐点：摸高到此结束</translation>
    </message>
    <message>
        <source>Think times were left out in this run.</source>
        <translation>本次运行省略了思考时间。</translation>
    </message>
</context>
<context>
    <name>services::SendOnce</name>
    <message>
        <source>A request is under way; wait for its answer.</source>
        <translation>已有请求正在进行，请等待其响应。</translation>
    </message>
    <message>
        <source>The request was not sent.</source>
        <translation>请求未发出。</translation>
    </message>
</context>
<context>
    <name>services::SlaWatch</name>
    <message>
        <source>%1: rule “%2” broke, %3 was %4 from second %5 to %6.</source>
        <translation>%1：规则“%2”被违反，第 %5 至 %6 秒 %3 为 %4。</translation>
    </message>
</context>
<context>
    <name>services::TaskQueue</name>
    <message>
        <source>The task is under way already.</source>
        <translation>该任务已在运行。</translation>
    </message>
</context>
<context>
    <name>services::VariablePreview</name>
    <message>
        <source> in the first %1 rows</source>
        <translation>（前 %1 行中）</translation>
    </message>
    <message>
        <source>an empty cell%1</source>
        <translation>有一个空单元格%1</translation>
    </message>
    <message>
        <source>%1 empty cells%2</source>
        <translation>有 %1 个空单元格%2</translation>
    </message>
    <message>
        <source>a row begins like one before%1</source>
        <translation>有一行的首列与之前重复%1</translation>
    </message>
    <message>
        <source>%1 rows begin like one before%2</source>
        <translation>有 %1 行的首列与之前重复%2</translation>
    </message>
    <message>
        <source>A range needs a smallest and a largest number.</source>
        <translation>范围需要最小值和最大值。</translation>
    </message>
    <message>
        <source>The list has no value.</source>
        <translation>列表没有值。</translation>
    </message>
    <message>
        <source>first for each user</source>
        <translation>每个用户首次</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>第 %1 次执行</translation>
    </message>
    <message>
        <source>next for user %1</source>
        <translation>用户 %1 的下一个</translation>
    </message>
    <message>
        <source>Every user has the same text.</source>
        <translation>所有用户使用相同的文本。</translation>
    </message>
    <message>
        <source>Each user draws a row at random for each pass.</source>
        <translation>每个用户每次执行随机取一行。</translation>
    </message>
    <message>
        <source>Each user draws a value at random for each pass.</source>
        <translation>每个用户每次执行随机取一个值。</translation>
    </message>
    <message>
        <source>Each user reads row 1 in its first pass, row 2 in its second.</source>
        <translation>每个用户第一次执行读第 1 行，第二次读第 2 行。</translation>
    </message>
    <message>
        <source>Each user has the first value in its first pass, the second in its second.</source>
        <translation>每个用户第一次执行取第一个值，第二次取第二个。</translation>
    </message>
    <message>
        <source>User 1 reads row 1, user 2 row 2, one row for each pass.</source>
        <translation>用户 1 读第 1 行，用户 2 读第 2 行，每次执行各取一行。</translation>
    </message>
    <message>
        <source>User 1 gets the first value, user 2 the second, one for each pass.</source>
        <translation>用户 1 取第一个值，用户 2 取第二个，每次执行各取一个。</translation>
    </message>
    <message>
        <source>After the last the user stops.</source>
        <translation>取完后用户停止。</translation>
    </message>
    <message>
        <source>After the last it starts over.</source>
        <translation>取完后从头开始。</translation>
    </message>
</context>
<context>
    <name>services::Words::Words</name>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
</context>
<context>
    <name>services::WorkspaceService</name>
    <message>
        <source>There is no workspace %1.</source>
        <translation>没有工作区 %1。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开的工作区。</translation>
    </message>
    <message>
        <source>The sample project is missing from this program.</source>
        <translation>程序中缺少示例工程。</translation>
    </message>
    <message>
        <source>The sample project</source>
        <translation>示例工程</translation>
    </message>
    <message>
        <source>Close the other window of Crescendo that has it open, then try again.</source>
        <translation>请关闭正在使用它的另一个 Crescendo 窗口，然后重试。</translation>
    </message>
    <message>
        <source>Nothing in it was changed. Open it with the newer version, or choose another workspace.</source>
        <translation>文件未作任何修改。请用较新的版本打开，或选择其他工作区。</translation>
    </message>
    <message>
        <source>Nothing in it was changed. Put back a copy of it and try again, or choose another workspace.</source>
        <translation>文件未作任何修改。请恢复其备份后重试，或选择其他工作区。</translation>
    </message>
    <message>
        <source>Check that the folder exists and may be written, then try again, or choose another workspace.</source>
        <translation>请确认文件夹存在且可写后重试，或选择其他工作区。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
</context>
<context>
    <name>services::XlsxReader</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is not an XLSX workbook.</source>
        <translation>%1 不是 XLSX 工作簿。</translation>
    </message>
    <message>
        <source>%1 is too large: a sheet may have at most 256 MB.</source>
        <translation>%1 过大：一个工作表最多 256 MB。</translation>
    </message>
    <message>
        <source>%1, line %2: more cells than the first line has.</source>
        <translation>%1 第 %2 行：单元格多于首行。</translation>
    </message>
    <message>
        <source>%1 is damaged: %2.</source>
        <translation>%1 已损坏：%2。</translation>
    </message>
    <message>
        <source>%1 is empty: its first line must name the columns.</source>
        <translation>%1 为空：首行必须是列名。</translation>
    </message>
    <message>
        <source>%1 has no rows below its first line.</source>
        <translation>%1 的首行之下没有数据行。</translation>
    </message>
</context>
<context>
    <name>store::Database</name>
    <message>
        <source>“%1” is a folder, not a workspace file.</source>
        <translation>“%1”是文件夹，不是工作区文件。</translation>
    </message>
    <message>
        <source>There is no workspace file “%1”.</source>
        <translation>没有工作区文件“%1”。</translation>
    </message>
    <message>
        <source>“%1” cannot be made: %2.</source>
        <translation>无法创建“%1”：%2。</translation>
    </message>
    <message>
        <source>it is not a database or is damaged</source>
        <translation>它不是数据库或已损坏</translation>
    </message>
    <message>
        <source>“%1” cannot be read as a workspace: %2.</source>
        <translation>无法将“%1”作为工作区读取：%2。</translation>
    </message>
    <message>
        <source>The workspace “%1” could not be used: %2.</source>
        <translation>无法使用工作区“%1”：%2。</translation>
    </message>
</context>
<context>
    <name>store::FileLock</name>
    <message>
        <source>“%1” cannot be opened for writing: %2.</source>
        <translation>无法打开“%1”写入：%2。</translation>
    </message>
    <message>
        <source>“%1” is open in another Crescendo.</source>
        <translation>“%1”已在另一个 Crescendo 中打开。</translation>
    </message>
</context>
<context>
    <name>store::Migrations</name>
    <message>
        <source>“%1” is a database of another program, not a workspace.</source>
        <translation>“%1”是其他程序的数据库，不是工作区。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Crescendo (schema %2).</source>
        <translation>“%1”由更新版本的 Crescendo 写成（架构 %2）。</translation>
    </message>
</context>
<context>
    <name>store::RunCodec</name>
    <message>
        <source>a stored figure is damaged.</source>
        <translation>存储的数据已损坏。</translation>
    </message>
</context>
<context>
    <name>store::RunStore</name>
    <message>
        <source>There is no run %1 in “%2”.</source>
        <translation>“%2”中没有运行 %1。</translation>
    </message>
    <message>
        <source>Run %1 in “%2” cannot be read: %3</source>
        <translation>无法读取“%2”中的运行 %1：%3</translation>
    </message>
    <message>
        <source>it has too many seconds.</source>
        <translation>秒数过多。</translation>
    </message>
    <message>
        <source>This run is under way: stop it before it is deleted.</source>
        <translation>此运行正在进行：请先停止再删除。</translation>
    </message>
    <message>
        <source>its request log is damaged.</source>
        <translation>其请求日志已损坏。</translation>
    </message>
</context>
<context>
    <name>store::Seal</name>
    <message>
        <source>The key of the sensitive values, %1, cannot be made: %2.</source>
        <translation>无法创建敏感值的密钥 %1：%2。</translation>
    </message>
    <message>
        <source>%1 holds no key for sensitive values; put the right file there, or remove it and type the values again.</source>
        <translation>%1 不含敏感值的密钥；请放回正确的文件，或删除它并重新输入敏感值。</translation>
    </message>
    <message>
        <source>the system gives no random numbers</source>
        <translation>系统无法提供随机数</translation>
    </message>
    <message>
        <source>A sensitive value could not be encrypted, so it was not stored.</source>
        <translation>敏感值无法加密，因此没有保存。</translation>
    </message>
</context>
<context>
    <name>store::Sequence</name>
    <message>
        <source>The workspace “%1” has no numbers left.</source>
        <translation>工作区“%1”的编号已用完。</translation>
    </message>
</context>
<context>
    <name>store::Workspace</name>
    <message>
        <source>There is no project %1 in “%2”.</source>
        <translation>“%2”中没有工程 %1。</translation>
    </message>
    <message>
        <source>“%1” is damaged at %2 %3: %4</source>
        <translation>“%1”在 %2 %3 处损坏：%4</translation>
    </message>
    <message>
        <source>A run of this project is under way: stop it before the project is deleted.</source>
        <translation>此工程有运行正在进行：请先停止再删除工程。</translation>
    </message>
</context>
<context>
    <name>ui::ApiCard</name>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Local interface</source>
        <translation>本地接口</translation>
    </message>
    <message>
        <source>for scripts and CI, as the API of CodeArts PerfTest</source>
        <translation>供脚本和 CI 使用，与 CodeArts PerfTest API 一致</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>a free one</source>
        <translation>任意空闲端口</translation>
    </message>
    <message>
        <source>Port of the local interface; 0: a free one</source>
        <translation>本地接口端口；0 为任意空闲端口</translation>
    </message>
    <message>
        <source>user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User of the local interface</source>
        <translation>本地接口的用户</translation>
    </message>
    <message>
        <source>new password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password of the local interface</source>
        <translation>本地接口的新密码</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新建密钥</translation>
    </message>
    <message>
        <source>Show the secret key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Copy both keys</source>
        <translation>复制两个密钥</translation>
    </message>
    <message>
        <source>Listens</source>
        <translation>监听中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1. Only programs on this computer can reach it.</source>
        <translation>%1。仅本机程序可以访问。</translation>
    </message>
    <message>
        <source>While it is on, only programs on this computer can reach it.</source>
        <translation>开启后仅本机程序可以访问。</translation>
    </message>
    <message>
        <source>Enter both a user and a password, or neither to let nobody sign in by password.</source>
        <translation>请同时输入用户和密码，或都留空以禁止密码登录。</translation>
    </message>
</context>
<context>
    <name>ui::CaseEditor</name>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>用例的组成</translation>
    </message>
    <message>
        <source>About</source>
        <translation>概述</translation>
    </message>
</context>
<context>
    <name>ui::CaseOverview</name>
    <message>
        <source>Run all cases</source>
        <translation>运行所有用例</translation>
    </message>
    <message>
        <source>Run this directory</source>
        <translation>运行此目录</translation>
    </message>
    <message>
        <source>Run only these</source>
        <translation>只运行这些</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>No case here yet: add one.</source>
        <translation>此处尚无用例：请添加一个。</translation>
    </message>
    <message>
        <source>%1 of them on</source>
        <translation>其中 %1 个已启用</translation>
    </message>
    <message>
        <source>Requests a pass</source>
        <translation>每次迭代的请求</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新用例</translation>
    </message>
</context>
<context>
    <name>ui::CasePage</name>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Before it starts</source>
        <translation>前置条件</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>In design</source>
        <translation>设计中</translation>
    </message>
    <message>
        <source>In test</source>
        <translation>测试中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Records of answers</source>
        <translation>响应记录</translation>
    </message>
    <message>
        <source>each request alone</source>
        <translation>按单个请求</translation>
    </message>
    <message>
        <source>a whole pass together</source>
        <translation>按整次执行</translation>
    </message>
    <message>
        <source>Executors, 0: as many as needed</source>
        <translation>执行机数，0：按需</translation>
    </message>
    <message>
        <source>Labels, separated by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Steps in words</source>
        <translation>步骤描述</translation>
    </message>
    <message>
        <source>For people who read the case: what is done, and what is expected.</source>
        <translation>供阅读用例的人参考：做什么，预期什么。</translation>
    </message>
    <message>
        <source>smoke, checkout</source>
        <translation>冒烟，下单</translation>
    </message>
</context>
<context>
    <name>ui::ChartCard</name>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>ui::CodeSearch</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更多</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace this one</source>
        <translation>替换此处</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>已替换 %1 处</translation>
    </message>
</context>
<context>
    <name>ui::CommandPalette</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>A command, a case, a request, anything inside one</source>
        <translation>命令、用例、请求，或请求中的任何内容</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&gt; commands   @ requests</source>
        <translation>&gt; 命令   @ 请求</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Cases and requests</source>
        <translation>用例与请求</translation>
    </message>
    <message>
        <source>Nothing has these words. Fewer letters find more.</source>
        <translation>没有匹配项。减少字数可以找到更多。</translation>
    </message>
    <message>
        <source>the first %1</source>
        <translation>前 %1 项</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 项</translation>
    </message>
</context>
<context>
    <name>ui::ComparePage</name>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>变差</translation>
    </message>
    <message>
        <source>better</source>
        <translation>变好</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n 项变差</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n better</source>
        <translation>
            <numerusform>%n 项变好</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n 项持平</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Choose two or three runs in the history to compare them.</source>
        <translation>在历史记录中选择两到三次运行进行对比。</translation>
    </message>
    <message>
        <source>Figure compared</source>
        <translation>对比的指标</translation>
    </message>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>Failed per second</source>
        <translation>每秒失败</translation>
    </message>
    <message>
        <source>Another baseline</source>
        <translation>更换基线</translation>
    </message>
    <message>
        <source>Time of a whole pass, p95</source>
        <translation>一次完整执行的时间，p95</translation>
    </message>
</context>
<context>
    <name>ui::ConditionPage</name>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Runs the steps under Then when it holds, else those under Else. Numbers are compared as numbers.</source>
        <translation>条件成立时执行“然后”下的步骤，否则执行“否则”下的步骤。数字按数值比较。</translation>
    </message>
    <message>
        <source>It holds when</source>
        <translation>成立条件</translation>
    </message>
    <message>
        <source>all hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>one holds</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>If</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Without a comparison it always holds.</source>
        <translation>没有比较时条件始终成立。</translation>
    </message>
    <message>
        <source>Add comparison</source>
        <translation>添加比较</translation>
    </message>
</context>
<context>
    <name>ui::DataEditor</name>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Environments</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Data of the project</source>
        <translation>工程数据</translation>
    </message>
</context>
<context>
    <name>ui::DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Makes variables of this user for the steps below: a text, or a number that is computed.</source>
        <translation>为后续步骤生成该用户的变量：文本，或计算得到的数字。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A number may be computed: ${price} * 2 + 1, with + - * / and parentheses.</source>
        <translation>数字可以计算得到：${price} * 2 + 1，支持 + - * / 和括号。</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>添加值</translation>
    </message>
</context>
<context>
    <name>ui::DebugPage</name>
    <message>
        <source>Nothing was debugged yet</source>
        <translation>还没有调试过</translation>
    </message>
    <message>
        <source>Debugging sends a case once, with one user, and shows every exchange: what was really sent, what came back, and which checks failed.</source>
        <translation>调试用一个用户把用例发送一次，并显示每次交互：实际发送了什么、返回了什么、哪些检查没有通过。</translation>
    </message>
    <message>
        <source>Debug the open case</source>
        <translation>调试打开的用例</translation>
    </message>
    <message>
        <source>One pass</source>
        <translation>单次执行</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再次调试</translation>
    </message>
    <message>
        <source>Debug again</source>
        <translation>再次调试</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop debugging</source>
        <translation>停止调试</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit this request</source>
        <translation>编辑此请求</translation>
    </message>
    <message>
        <source>Whole pass</source>
        <translation>整体耗时</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>交互</translation>
    </message>
    <message>
        <source>Exchanges on a time axis</source>
        <translation>时间轴上的交互</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Extracted</source>
        <translation>已提取</translation>
    </message>
    <message>
        <source>up to this step</source>
        <translation>到此步骤为止</translation>
    </message>
    <message>
        <source>Extracted values</source>
        <translation>提取的值</translation>
    </message>
    <message>
        <source>The pass was stopped after %1 exchanges.</source>
        <translation>执行在 %1 次交互后停止。</translation>
    </message>
    <message>
        <source>The pass sent nothing: its conditions and loops led past every request.</source>
        <translation>此次执行没有发送任何内容：条件和循环绕过了所有请求。</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>This request stands in a transaction of the library; extract there.</source>
        <translation>此请求位于事务库的事务中；请在那里提取。</translation>
    </message>
    <message>
        <source>%1 holds: the answer has %2</source>
        <translation>%1 成立：响应为 %2</translation>
    </message>
    <message>
        <source>%1 does not hold: the answer has %2</source>
        <translation>%1 不成立：响应为 %2</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%2 项中 %1 项通过</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%2 次中 %1 次失败</translation>
    </message>
    <message>
        <source>%1 of %1 held</source>
        <translation>%1 项全部通过</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Extract “%1”</source>
        <translation>提取“%1”</translation>
    </message>
    <message>
        <source>A case is being debugged already.</source>
        <translation>已有用例正在调试。</translation>
    </message>
    <message>
        <source>No more than %1 exchanges are kept: the remaining cases were left out.</source>
        <translation>最多保留 %1 次交互：其余用例已略去。</translation>
    </message>
</context>
<context>
    <name>ui::DialogHelp</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
</context>
<context>
    <name>ui::DirectoryEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
</context>
<context>
    <name>ui::DocTabs</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
</context>
<context>
    <name>ui::EditTable</name>
    <message>
        <source>Find in the table</source>
        <translation>在表格中查找</translation>
    </message>
</context>
<context>
    <name>ui::EditorArea</name>
    <message>
        <source>Open cases</source>
        <translation>打开的用例</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>没有打开的用例</translation>
    </message>
    <message>
        <source>Choose one in the project tree, or add one.</source>
        <translation>请在工程树中选择一个用例，或新增一个。</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentsEditor</name>
    <message>
        <source>Add environment</source>
        <translation>添加环境</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Values of the environments</source>
        <translation>各环境的值</translation>
    </message>
    <message>
        <source>Texts and lists among the variables stand here, once there are some. What an environment sets goes before the variable&apos;s own value; choose the environment at the top of the window before a run.</source>
        <translation>变量中的文本和列表会列在这里。环境中设置的值优先于变量自身的值；运行前请在窗口顶部选择环境。</translation>
    </message>
    <message>
        <source>An empty cell leaves the variable&apos;s own value.</source>
        <translation>空单元格保留变量自身的值。</translation>
    </message>
    <message>
        <source>No environment yet: add one for each place the test runs against.</source>
        <translation>还没有环境：请为每个被测环境各添加一个。</translation>
    </message>
    <message>
        <source>Name of the environment</source>
        <translation>环境名称</translation>
    </message>
    <message>
        <source>An environment needs a name.</source>
        <translation>环境需要名称。</translation>
    </message>
    <message>
        <source>Another environment has the name “%1”.</source>
        <translation>已有环境名为“%1”。</translation>
    </message>
</context>
<context>
    <name>ui::ErrorsCard</name>
    <message>
        <source>Side and cause</source>
        <translation>归属与原因</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Errors by side and cause</source>
        <translation>按归属与原因列错误</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>No request has failed.</source>
        <translation>没有失败的请求。</translation>
    </message>
</context>
<context>
    <name>ui::ExchangeView</name>
    <message>
        <source>Name of the variable</source>
        <translation>变量名称</translation>
    </message>
    <message>
        <source>Extract</source>
        <translation>提取</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>%1 sent, %2 received</source>
        <translation>发送 %1，接收 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n redirect(s)</source>
        <translation>
            <numerusform>%n 次重定向</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 does not hold: the answer has %3.</source>
        <translation>%1 %2 不成立：响应为 %3。</translation>
    </message>
    <message>
        <source>The request failed.</source>
        <translation>请求失败。</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>First byte</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Where the time went: DNS %1, connect %2, TLS %3, first byte %4, download %5 ms</source>
        <translation>耗时分布：DNS %1，建立连接 %2，TLS %3，首字节 %4，下载 %5 ms</translation>
    </message>
    <message>
        <source>Keeps this value of each answer as ${%1} for later steps</source>
        <translation>把每个响应中的此值存为 ${%1}，供后续步骤使用</translation>
    </message>
    <message>
        <source>Kept as ${%1}</source>
        <translation>已存为 ${%1}</translation>
    </message>
</context>
<context>
    <name>ui::Fields</name>
    <message>
        <source>Change “%1”</source>
        <translation>更改“%1”</translation>
    </message>
</context>
<context>
    <name>ui::FindReplace</name>
    <message>
        <source>Find and replace in requests</source>
        <translation>在请求中查找和替换</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>this case</source>
        <translation>此用例</translation>
    </message>
    <message>
        <source>whole project</source>
        <translation>整个工程</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>查找范围</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全词匹配</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looks in names, URLs, parameters, headers, bodies, checks and extractions.</source>
        <translation>查找名称、URL、参数、请求头、请求体、检查点和响应提取。</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Found in one text.</source>
        <translation>在 1 处文本中找到。</translation>
    </message>
    <message>
        <source>Found in %1 texts.</source>
        <translation>在 %1 处文本中找到。</translation>
    </message>
    <message>
        <source>Replace in %1 texts</source>
        <translation>替换 %1 处文本</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replaced in one text. Undo takes it back.</source>
        <translation>已替换 1 处文本，可撤销。</translation>
    </message>
    <message>
        <source>Replaced in %1 texts. Undo takes it back.</source>
        <translation>已替换 %1 处文本，可撤销。</translation>
    </message>
</context>
<context>
    <name>ui::Finder</name>
    <message>
        <source>header</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>check</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>extraction</source>
        <translation>提取</translation>
    </message>
</context>
<context>
    <name>ui::FullLinkPage</name>
    <message>
        <source>An application is a system under test with the full-link agent in it. Add it here, or let its agent register itself at the local API; then say where its marked traffic goes.</source>
        <translation>应用是装有全链路探针的被测系统。请在此添加，或让探针在本地接口自行注册，然后指定其带标记流量的去向。</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Add an application</source>
        <translation>添加应用</translation>
    </message>
    <message>
        <source>Remove the application with its agents</source>
        <translation>移除应用及其探针</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>新应用</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Where marked traffic goes</source>
        <translation>带标记流量的去向</translation>
    </message>
    <message>
        <source>Isolate marked requests; off: the agents let everything pass</source>
        <translation>隔离带标记的请求；关闭时探针全部放行</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Shadow by: database or table</source>
        <translation>影子方式：database（库）或 table（表）</translation>
    </message>
    <message>
        <source>Shadow data sources, JSON</source>
        <translation>影子数据源，JSON</translation>
    </message>
    <message>
        <source>Shadow by: key or repository</source>
        <translation>影子方式：key（键）或 repository（库）</translation>
    </message>
    <message>
        <source>Prefix of shadow keys</source>
        <translation>影子键前缀</translation>
    </message>
    <message>
        <source>Shadow Redis, JSON</source>
        <translation>影子 Redis，JSON</translation>
    </message>
    <message>
        <source>Prefix of shadow topics</source>
        <translation>影子主题前缀</translation>
    </message>
    <message>
        <source>Calls that are answered by mocks</source>
        <translation>由 Mock 应答的调用</translation>
    </message>
    <message>
        <source>Logs of the agents</source>
        <translation>探针日志</translation>
    </message>
    <message>
        <source>Level: INFO, DEBUG, WARN or ERROR</source>
        <translation>级别：INFO、DEBUG、WARN 或 ERROR</translation>
    </message>
    <message>
        <source>Path of the log</source>
        <translation>日志路径</translation>
    </message>
    <message>
        <source>Name of the application</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Remove the agent</source>
        <translation>移除探针</translation>
    </message>
    <message>
        <source>Mock rules</source>
        <translation>Mock 规则</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>URL, * for any text</source>
        <translation>URL，* 代表任意文本</translation>
    </message>
    <message>
        <source>Redirect to</source>
        <translation>重定向到</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>状态码</translation>
    </message>
    <message>
        <source>Answer, JSON</source>
        <translation>响应，JSON</translation>
    </message>
    <message>
        <source>Delay, ms</source>
        <translation>延迟，ms</translation>
    </message>
    <message>
        <source>on line</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>off line</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Start the mock endpoint</source>
        <translation>启动 Mock 服务</translation>
    </message>
    <message>
        <source>Stop the mock endpoint</source>
        <translation>停止 Mock 服务</translation>
    </message>
    <message>
        <source>Log of the application</source>
        <translation>应用的日志</translation>
    </message>
    <message>
        <source>Level: ALL, TRACE, DEBUG, INFO, WARN, ERROR or OFF</source>
        <translation>级别：ALL、TRACE、DEBUG、INFO、WARN、ERROR 或 OFF</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>扩展</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Headers, as A: b; C: d</source>
        <translation>头域，写作 A: b; C: d</translation>
    </message>
    <message>
        <source>No application yet</source>
        <translation>暂无应用</translation>
    </message>
</context>
<context>
    <name>ui::HealthCard</name>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Lateness p99</source>
        <translation>发送延迟 p99</translation>
    </message>
    <message>
        <source>Descriptors</source>
        <translation>文件描述符</translation>
    </message>
    <message>
        <source>Missed starts</source>
        <translation>未发起</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>At most %1 may be open.</source>
        <translation>最多可打开 %1 个。</translation>
    </message>
    <message>
        <source>Is the limit</source>
        <translation>已成瓶颈</translation>
    </message>
    <message>
        <source>Loop lag p99</source>
        <translation>循环滞后 p99</translation>
    </message>
    <message>
        <source>Local ports</source>
        <translation>本地端口</translation>
    </message>
    <message>
        <source>Of each worker: %1</source>
        <translation>各工作线程：%1</translation>
    </message>
    <message>
        <source>How late the loops of the workers came to their own timers.</source>
        <translation>工作线程的循环比自己的定时器晚了多久。</translation>
    </message>
    <message>
        <source>Of %1 local ports; those of other programs and of closed connections count too.</source>
        <translation>共 %1 个本地端口；其他程序和已关闭连接占用的也计算在内。</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPage</name>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>No workspace is open, so the run cannot be deleted.</source>
        <translation>没有打开的工作区，无法删除运行。</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>全部任务</translation>
    </message>
    <message>
        <source>%1: all tasks</source>
        <translation>%1：全部任务</translation>
    </message>
    <message>
        <source>cases alone</source>
        <translation>单独的用例</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Response time p95, run by run</source>
        <translation>历次运行的响应时间 p95</translation>
    </message>
    <message>
        <source>Transactions per second, run by run</source>
        <translation>每秒事务数，按次</translation>
    </message>
    <message>
        <source>Success, run by run</source>
        <translation>成功率，按次</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) with all figures? This cannot be undone.</source>
        <translation>
            <numerusform>删除 %n 次运行及其全部数据？此操作无法撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Figure of the trend</source>
        <translation>趋势的指标</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Task shown</source>
        <translation>显示的任务</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>历次运行</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>Run a test: its report is kept here, second by second.</source>
        <translation>运行一次压测：报告会逐秒保存在这里。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Import a run file</source>
        <translation>导入运行文件</translation>
    </message>
    <message>
        <source>No workspace is open, so the run cannot be read.</source>
        <translation>没有打开的工作区，无法读取运行。</translation>
    </message>
    <message>
        <source>No workspace is open, so the run cannot be kept.</source>
        <translation>没有打开的工作区，无法保存运行。</translation>
    </message>
    <message>
        <source>Run file, the whole run (*.json)</source>
        <translation>运行文件，整个运行 (*.json)</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML 网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>XLSX workbook (*.xlsx)</source>
        <translation>XLSX 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV folder (*.csv)</source>
        <translation>CSV 文件夹 (*.csv)</translation>
    </message>
    <message>
        <source>JUnit XML (*.xml)</source>
        <translation>JUnit XML (*.xml)</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>导出运行</translation>
    </message>
    <message>
        <source>run %1.json</source>
        <translation>运行 %1.json</translation>
    </message>
    <message>
        <source>Run files (*.json);;All files (*)</source>
        <translation>运行文件 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Delete the runs</source>
        <translation>删除运行</translation>
    </message>
    <message>
        <source>No workspace is open, so no run can be pinned.</source>
        <translation>没有打开的工作区，无法设定基线。</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>No longer the baseline of its task</source>
        <translation>取消任务基线</translation>
    </message>
    <message>
        <source>Pin as the baseline of its task</source>
        <translation>设为任务基线</translation>
    </message>
    <message>
        <source>Choose two or three runs to compare them, or one of a task with a pinned baseline.</source>
        <translation>选择两到三次运行进行对比，或选择一次已设基线的任务的运行。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day</comment>
        <translation>M月d日</translation>
    </message>
</context>
<context>
    <name>ui::ImportReport</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>What was not converted</source>
        <translation>未转换的内容</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What was not converted, or means something else here:</source>
        <translation>未转换的内容，或在此含义不同的内容：</translation>
    </message>
</context>
<context>
    <name>ui::InstructionPage</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>shown in the list and in reports</source>
        <translation>显示在列表和报告中</translation>
    </message>
</context>
<context>
    <name>ui::LibraryEditor</name>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Add a transaction</source>
        <translation>添加事务</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Transactions of the library</source>
        <translation>事务库中的事务</translation>
    </message>
    <message>
        <source>No transaction yet.</source>
        <translation>还没有事务。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>A transaction is a row of steps that several cases share, and that is measured as one. Choose one on the left, or add one.</source>
        <translation>事务是多个用例共用、作为整体统计的一组步骤。请在左侧选择或添加。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Used by; a change reaches all of them</source>
        <translation>使用处；修改后全部生效</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing yet: add it to a case with Add, Transaction of the library</source>
        <translation>尚未使用：在用例中通过“添加”→“事务库中的事务”加入</translation>
    </message>
    <message>
        <source>Transaction %1</source>
        <translation>事务 %1</translation>
    </message>
    <message>
        <source>“%1” is used by %2: take it out there first.</source>
        <translation>“%1”正被 %2 使用：请先从那里移除。</translation>
    </message>
</context>
<context>
    <name>ui::LiveCharts</name>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>每秒响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
</context>
<context>
    <name>ui::LivePage</name>
    <message>
        <source>stage %1 of %2</source>
        <translation>阶段 %1/%2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>暂停刷新</translation>
    </message>
    <message>
        <source>Holds the view still; the run goes on.</source>
        <translation>画面保持不动，压测继续。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在进行的运行</translation>
    </message>
    <message>
        <source>Start a case or a task: its figures appear here second by second.</source>
        <translation>开始一个用例或任务：数据会逐秒显示在这里。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>添加标注</translation>
    </message>
    <message>
        <source>Marks this moment on the charts and in the report.</source>
        <translation>在图表和报告中标注此刻。</translation>
    </message>
    <message>
        <source>What happened? Enter marks this moment, Esc closes</source>
        <translation>发生了什么？回车标注此刻，Esc 关闭</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Percentile shown</source>
        <translation>显示的百分位</translation>
    </message>
</context>
<context>
    <name>ui::LiveTiles</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>峰值 %1</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Transactions, of target</source>
        <translation>事务，目标达成</translation>
    </message>
    <message>
        <source>/ %1 TPS</source>
        <translation>/ %1 TPS</translation>
    </message>
    <message>
        <source>%1 % of target</source>
        <translation>目标的 %1 %</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>限值 %1 ms</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>活跃用户</translation>
    </message>
    <message>
        <source>All users are busy</source>
        <translation>所有用户都在忙</translation>
    </message>
    <message>
        <source>most so far %1</source>
        <translation>目前最多 %1</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>CPU %1 % · lateness %2 ms</source>
        <translation>CPU %1 % · 发送延迟 %2 ms</translation>
    </message>
    <message>
        <source>Response time %1</source>
        <translation>响应时间 %1</translation>
    </message>
    <message>
        <source>%1 of the run %2 ms</source>
        <translation>整次运行 %1 %2 ms</translation>
    </message>
    <message>
        <source>over the limit of %1 ms</source>
        <translation>超过限值 %1 ms</translation>
    </message>
    <message>
        <source>Is the limit</source>
        <translation>已成瓶颈</translation>
    </message>
</context>
<context>
    <name>ui::LoadCard</name>
    <message>
        <source>Rate</source>
        <translation>速率</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Change the load</source>
        <translation>调整压力</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>更改的对象</translation>
    </message>
    <message>
        <source>New load</source>
        <translation>新负载</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Case changed</source>
        <translation>调整的用例</translation>
    </message>
    <message>
        <source>Applies at once and ends the plan of this stage.</source>
        <translation>立即生效，并结束本阶段的计划。</translation>
    </message>
    <message>
        <source>Applies at once; the rest of this stage&apos;s plan no longer counts.</source>
        <translation>立即生效；本阶段余下的计划不再执行。</translation>
    </message>
    <message>
        <source>This stage follows its plan. Set its regulation to manual in the stage editor to change the load by hand.</source>
        <translation>本阶段按计划执行。若要手动调压，请在阶段编辑器中设为手动调压。</translation>
    </message>
    <message>
        <source>No stage is under way yet.</source>
        <translation>还没有阶段开始。</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translation>运行已结束。</translation>
    </message>
    <message>
        <source>This stage is given in users.</source>
        <translation>本阶段按并发设定。</translation>
    </message>
    <message>
        <source>TPS now</source>
        <translation>当前 TPS</translation>
    </message>
    <message>
        <source>users now</source>
        <translation>当前并发</translation>
    </message>
</context>
<context>
    <name>ui::LoadCurveView</name>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 用户</translation>
    </message>
    <message>
        <source>No stage yet: add one to say how much load the case makes.</source>
        <translation>还没有阶段：请添加一个以说明用例的压力大小。</translation>
    </message>
    <message>
        <source>Warm-up, not counted</source>
        <translation>预热，不计入</translation>
    </message>
</context>
<context>
    <name>ui::LoopPage</name>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Runs the steps inside again and again. ${__loop} is the number of the turn, from 1.</source>
        <translation>反复执行其中的步骤。${__loop} 是循环序号，从 1 开始。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>循环次数</translation>
    </message>
    <message>
        <source>Turns, 0 to 100,000, or a ${variable}</source>
        <translation>循环次数，0 到 100,000，或 ${变量}</translation>
    </message>
    <message>
        <source>It ends early when</source>
        <translation>提前结束条件</translation>
    </message>
    <message>
        <source>all hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>one holds</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>Ends early</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Without a comparison, every turn is made.</source>
        <translation>没有比较时执行全部循环。</translation>
    </message>
    <message>
        <source>Add comparison</source>
        <translation>添加比较</translation>
    </message>
    <message>
        <source>The turns must be a whole number from 0 to 100,000, or a ${variable}.</source>
        <translation>循环次数必须是 0 到 100,000 的整数，或 ${变量}。</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>事务库</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>A test is running. Closing stops it; what was measured so far is kept.</source>
        <translation>压测正在进行。关闭窗口会停止压测；已测得的数据会保留。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>The last changes could not be written and would be lost. Export the project elsewhere to keep them.</source>
        <translation>最后的修改无法写入，将会丢失。请把工程导出到别处以保留它们。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Full-link</source>
        <translation>全链路</translation>
    </message>
    <message>
        <source>There is nothing to debug here: open a case, or choose a request, a case or a directory.</source>
        <translation>此处没有可调试的内容：请打开用例，或选择请求、用例或目录。</translation>
    </message>
    <message>
        <source>There is no project open, so there is nothing to replace in.</source>
        <translation>没有打开的工程，因此没有可替换的内容。</translation>
    </message>
    <message>
        <source>No case is open: open the one to add a step to.</source>
        <translation>没有打开的用例：请打开要添加步骤的用例。</translation>
    </message>
</context>
<context>
    <name>ui::ManualPage</name>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>返回工作</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>搜索手册</translation>
    </message>
    <message>
        <source>Contents of the manual</source>
        <translation>手册目录</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>手册页</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Nothing has these words.</source>
        <translation>没有包含这些词的内容。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>ui::MessagePane</name>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1, laid out</source>
        <translation>%1，排版后</translation>
    </message>
    <message>
        <source>%1, as it was</source>
        <translation>%1，原样</translation>
    </message>
    <message>
        <source>%1, as bytes</source>
        <translation>%1，字节</translation>
    </message>
    <message>
        <source>%1, headers</source>
        <translation>%1，头部</translation>
    </message>
    <message>
        <source>%1, cookies</source>
        <translation>%1，Cookie</translation>
    </message>
    <message>
        <source>Copy the body</source>
        <translation>复制正文</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>… more follows.</source>
        <translation>……后面还有。</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Save the body</source>
        <translation>保存正文</translation>
    </message>
    <message>
        <source>Open the body in the system&apos;s viewer</source>
        <translation>用系统查看器打开正文</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The system has no program for %1; save the body instead.</source>
        <translation>系统没有可打开 %1 的程序；请改为保存正文。</translation>
    </message>
    <message>
        <source>What to do with the body</source>
        <translation>对正文的操作</translation>
    </message>
    <message>
        <source>Save the body as a file…</source>
        <translation>将正文保存为文件…</translation>
    </message>
</context>
<context>
    <name>ui::NewSteps</name>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Request with think time</source>
        <translation>带思考时间的请求</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Share of users</source>
        <translation>用户占比</translation>
    </message>
    <message>
        <source>Throughput limit</source>
        <translation>吞吐量上限</translation>
    </message>
    <message>
        <source>Rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Plugin request</source>
        <translation>插件请求</translation>
    </message>
</context>
<context>
    <name>ui::NodeDelegate</name>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>ui::PassLanes</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ui::PluginPage</name>
    <message>
        <source>Plugin request</source>
        <translation>插件请求</translation>
    </message>
    <message>
        <source>Calls a request function of a plugin: a Lua script or a shared library with its JSON descriptor.</source>
        <translation>调用插件的请求函数：Lua 脚本或共享库，附 JSON 描述文件。</translation>
    </message>
    <message>
        <source>Plugin, or path of its descriptor</source>
        <translation>插件，或其描述文件路径</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Type a name and a value: given to the function.</source>
        <translation>输入名称和值：传给函数。</translation>
    </message>
    <message>
        <source>Add parameter</source>
        <translation>添加参数</translation>
    </message>
    <message>
        <source>Name the plugin.</source>
        <translation>请填写插件名称。</translation>
    </message>
    <message>
        <source>Name the function of the plugin.</source>
        <translation>请填写插件的函数名称。</translation>
    </message>
</context>
<context>
    <name>ui::Presets</name>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>爬坡</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Surge</source>
        <translation>浪涌</translation>
    </message>
    <message>
        <source>Oscillation</source>
        <translation>震荡</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>Find peak</source>
        <translation>摸高</translation>
    </message>
    <message>
        <source>Smart peak</source>
        <translation>智能摸高</translation>
    </message>
</context>
<context>
    <name>ui::ProblemPage</name>
    <message>
        <source>The workspace could not be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
</context>
<context>
    <name>ui::ProjectActions</name>
    <message>
        <source>Workspaces (*.crescendo)</source>
        <translation>工作区 (*.crescendo)</translation>
    </message>
    <message>
        <source>Crescendo</source>
        <translation>Crescendo</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Delete the project “%1” with its cases and runs? This cannot be undone.</source>
        <translation>删除工程“%1”及其用例和运行记录？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Project files (*.json)</source>
        <translation>工程文件 (*.json)</translation>
    </message>
    <message>
        <source>There is no project to export; open one first.</source>
        <translation>没有可导出的工程；请先打开一个。</translation>
    </message>
    <message>
        <source>Export project</source>
        <translation>导出工程</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>Make a workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Projects, JMeter, HAR, Postman, OpenAPI, cURL (%1)</source>
        <translation>工程、JMeter、HAR、Postman、OpenAPI、cURL (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Another file is being imported: wait for it, or cancel it.</source>
        <translation>正在导入另一个文件：请等待或取消它。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 个用例</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2 came in.</source>
        <translation>已从 %2 导入%1。</translation>
    </message>
    <message>
        <source>A test is running: stop it before the workspace is put back.</source>
        <translation>测试正在运行：恢复工作区之前请先停止。</translation>
    </message>
    <message>
        <source>All projects and runs go back to what they were then. What the workspace holds now is kept as a backup.</source>
        <translation>所有工程和运行记录将恢复到当时的状态。工作区现有内容会保留为备份。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The backup could not be restored: %1</source>
        <translation>无法恢复备份：%1</translation>
    </message>
    <message>
        <source>none yet: the first is made today</source>
        <translation>暂无：今天将创建第一个</translation>
    </message>
</context>
<context>
    <name>ui::ProjectDock</name>
    <message>
        <source>Directory</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>启用或禁用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the project tree</source>
        <translation>筛选工程树</translation>
    </message>
    <message>
        <source>Project tree</source>
        <translation>工程树</translation>
    </message>
    <message>
        <source>No cases yet. A case holds the requests one user makes, and the load it is tested with.</source>
        <translation>还没有用例。用例包含一个用户发出的请求，以及压测它的负载。</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>New directory</source>
        <translation>新目录</translation>
    </message>
    <message>
        <source>Stage 1</source>
        <translation>阶段 1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新用例</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新请求</translation>
    </message>
    <message>
        <source>Run only this</source>
        <translation>只运行此项</translation>
    </message>
    <message>
        <source>Debug only this</source>
        <translation>仅调试此项</translation>
    </message>
</context>
<context>
    <name>ui::ProjectEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Bound hosts</source>
        <translation>绑定的主机</translation>
    </message>
    <message>
        <source>Bound hosts, for every request</source>
        <translation>绑定的主机，用于所有请求</translation>
    </message>
    <message>
        <source>Change the bound hosts</source>
        <translation>修改绑定的主机</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Used instead of DNS; several addresses are separated by commas.</source>
        <translation>代替 DNS 使用；多个地址以逗号分隔。</translation>
    </message>
</context>
<context>
    <name>ui::ProtocolChoice</name>
    <message>
        <source>https://host/path, with ${variables} where they vary</source>
        <translation>https://主机/路径，变化之处用 ${变量}</translation>
    </message>
    <message>
        <source>host:port, or ssl://host:port</source>
        <translation>主机:端口，或 ssl://主机:端口</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>主机:端口</translation>
    </message>
    <message>
        <source>ws://host/path or wss://host/path</source>
        <translation>ws://主机/路径 或 wss://主机/路径</translation>
    </message>
    <message>
        <source>mqtt://host:1883, ssl://host:8883 or ws://host/mqtt</source>
        <translation>mqtt://主机:1883、ssl://主机:8883 或 ws://主机/mqtt</translation>
    </message>
    <message>
        <source>https://host/path/list.m3u8</source>
        <translation>https://主机/路径/list.m3u8</translation>
    </message>
    <message>
        <source>rtmp://host/application/stream</source>
        <translation>rtmp://主机/应用/流</translation>
    </message>
    <message>
        <source>https://host/path/stream.flv</source>
        <translation>https://主机/路径/stream.flv</translation>
    </message>
    <message>
        <source>This is not a URL yet: it starts with http:// or https:// and names a host.</source>
        <translation>还不是 URL：应以 http:// 或 https:// 开头并包含主机名。</translation>
    </message>
    <message>
        <source>This is not an address of %1 yet: %2.</source>
        <translation>还不是 %1 的地址：%2。</translation>
    </message>
</context>
<context>
    <name>ui::ProtocolPage</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Closed after each</source>
        <translation>每次之后关闭</translation>
    </message>
    <message>
        <source>The answer ends</source>
        <translation>响应结束于</translation>
    </message>
    <message>
        <source>with whatever comes first</source>
        <translation>收到任何内容</translation>
    </message>
    <message>
        <source>after a length</source>
        <translation>固定长度</translation>
    </message>
    <message>
        <source>with a mark</source>
        <translation>收到结束符</translation>
    </message>
    <message>
        <source>when the other side closes</source>
        <translation>对方关闭时</translation>
    </message>
    <message>
        <source>none is awaited</source>
        <translation>不等待响应</translation>
    </message>
    <message>
        <source>Length, bytes</source>
        <translation>长度，字节</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>结束符</translation>
    </message>
    <message>
        <source>The mark is written as</source>
        <translation>结束符写法</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>Offer compression of messages (permessage-deflate)</source>
        <translation>提供消息压缩（permessage-deflate）</translation>
    </message>
    <message>
        <source>Bytes a frame, 0 for one frame</source>
        <translation>每帧字节数，0 为单帧</translation>
    </message>
    <message>
        <source>Connect opens the connection; the cards after it with the same address use it, until Disconnect.</source>
        <translation>“连接”打开连接；其后地址相同的请求使用该连接，直到“断开”。</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Quality of service</source>
        <translation>服务质量 QoS</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Messages to wait for</source>
        <translation>等待的消息数</translation>
    </message>
    <message>
        <source>fleet/${device}/state</source>
        <translation>fleet/${device}/state</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>客户端 ID</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep alive, s</source>
        <translation>保活，s</translation>
    </message>
    <message>
        <source>Clean session</source>
        <translation>清除会话</translation>
    </message>
    <message>
        <source>Session expires after, s</source>
        <translation>会话过期时间，s</translation>
    </message>
    <message>
        <source>Topic of the will</source>
        <translation>遗嘱主题</translation>
    </message>
    <message>
        <source>Message of the will</source>
        <translation>遗嘱消息</translation>
    </message>
    <message>
        <source>Quality of service of the will</source>
        <translation>遗嘱服务质量</translation>
    </message>
    <message>
        <source>Retain the will</source>
        <translation>保留遗嘱</translation>
    </message>
    <message>
        <source>one of its own for each user</source>
        <translation>每个用户各一个</translation>
    </message>
    <message>
        <source>empty: no will</source>
        <translation>留空：无遗嘱</translation>
    </message>
    <message>
        <source>Will, sent for this user when it is cut off</source>
        <translation>遗嘱，该用户断线时发送</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Duration, s</source>
        <translation>时长，s</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>码率</translation>
    </message>
    <message>
        <source>the first listed</source>
        <translation>列出的第一个</translation>
    </message>
    <message>
        <source>the highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>the lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Ask again after, ms</source>
        <translation>再次请求间隔，ms</translation>
    </message>
    <message>
        <source>At most, times</source>
        <translation>最多次数</translation>
    </message>
    <message>
        <source>FLV file to publish</source>
        <translation>推流的 FLV 文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>FLV files (*.flv)</source>
        <translation>FLV 文件 (*.flv)</translation>
    </message>
    <message>
        <source>Choose the file to publish</source>
        <translation>选择推流文件</translation>
    </message>
    <message>
        <source>path, relative to the project file; empty: a generated stream</source>
        <translation>路径，相对于工程文件；留空：生成的流</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Counted are plays, failures by stage, packets and bytes of audio and video, delays of key frames, time to the first frame and stalls of a player with one second of buffer.</source>
        <translation>统计播放次数、各环节的失败、音视频的包数与字节数、关键帧延迟、首帧时间，以及缓冲一秒的播放器的卡顿。</translation>
    </message>
    <message>
        <source>The payload is written as</source>
        <translation>载荷写法</translation>
    </message>
    <message>
        <source>Edit the payload</source>
        <translation>编辑载荷</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>What is sent, with ${variables} where it varies; as hex: two digits a byte</source>
        <translation>发送的内容，变化之处用 ${变量}；十六进制时每字节两位</translation>
    </message>
</context>
<context>
    <name>ui::ReferencePage</name>
    <message>
        <source>Transaction</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>The steps of a transaction of the library run here, and are measured as one.</source>
        <translation>在此执行事务库中某个事务的步骤，并作为整体统计。</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>选择事务</translation>
    </message>
    <message>
        <source>Open in the library</source>
        <translation>在事务库中打开</translation>
    </message>
    <message>
        <source>Choose the transaction</source>
        <translation>选择事务</translation>
    </message>
    <message>
        <source>It has no steps yet.</source>
        <translation>它还没有步骤。</translation>
    </message>
    <message>
        <source>It runs: %1.</source>
        <translation>执行：%1。</translation>
    </message>
    <message>
        <source>The transaction “%1” is not in the library: choose another.</source>
        <translation>事务“%1”不在事务库中：请另选。</translation>
    </message>
</context>
<context>
    <name>ui::RendezvousPage</name>
    <message>
        <source>Rendezvous</source>
        <translation>集合点</translation>
    </message>
    <message>
        <source>Users wait here for each other and go on together. A new stage or the end of the test lets all go. Waiting is not counted as response time.</source>
        <translation>用户在此互相等待，然后一起继续。新阶段开始或压测结束时全部放行。等待不计入响应时间。</translation>
    </message>
    <message>
        <source>Users to wait for, 0: all that are active</source>
        <translation>等待的用户数，0：全部活跃用户</translation>
    </message>
    <message>
        <source>At most, ms, 0: without end</source>
        <translation>最长等待，ms，0：不限</translation>
    </message>
</context>
<context>
    <name>ui::ReportCharts</name>
    <message>
        <source>Transactions per second</source>
        <translation>每秒事务数</translation>
    </message>
    <message>
        <source>Response time</source>
        <translation>响应时间</translation>
    </message>
    <message>
        <source>Percentile curve</source>
        <translation>百分位曲线</translation>
    </message>
    <message>
        <source>Response times</source>
        <translation>响应时间分布</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>每秒响应</translation>
    </message>
    <message>
        <source>Virtual users</source>
        <translation>虚拟用户</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>按原因列错误</translation>
    </message>
    <message>
        <source>This computer: CPU of the busiest worker</source>
        <translation>本机：最忙工作线程的 CPU</translation>
    </message>
    <message>
        <source>This computer: lateness of starts</source>
        <translation>本机：启动延迟</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>kB/s</source>
        <translation>kB/s</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>% of requests up to, ms</source>
        <translation>各区间请求占比 %，上限 ms</translation>
    </message>
    <message>
        <source>Errors by side</source>
        <translation>按归属列错误</translation>
    </message>
    <message>
        <source>Response time against throughput</source>
        <translation>响应时间与吞吐量</translation>
    </message>
    <message>
        <source>a dot a second</source>
        <translation>每秒一点</translation>
    </message>
    <message>
        <source>No request failed.</source>
        <translation>没有失败的请求。</translation>
    </message>
    <message>
        <source>No request was answered.</source>
        <translation>没有请求得到响应。</translation>
    </message>
    <message>
        <source>The health of this computer is not part of this run.</source>
        <translation>此次运行不含本机健康数据。</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Time of a whole pass</source>
        <translation>一次完整执行的时间</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Mean of a second</source>
        <translation>每秒平均</translation>
    </message>
</context>
<context>
    <name>ui::ReportErrors</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message numerus="yes">
        <source>%n cause(s)</source>
        <translation>
            <numerusform>%n 种原因</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务端</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Side and cause</source>
        <translation>归属与原因</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Sampled exchange</source>
        <translation>采样的交互</translation>
    </message>
    <message>
        <source>Sampled exchange, %1</source>
        <translation>采样的交互，%1</translation>
    </message>
    <message>
        <source>No request failed.</source>
        <translation>没有失败的请求。</translation>
    </message>
    <message>
        <source>No exchange was kept.</source>
        <translation>没有保留任何交互。</translation>
    </message>
</context>
<context>
    <name>ui::ReportLog</name>
    <message>
        <source>OK</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法解析</translation>
    </message>
    <message>
        <source>Check failed</source>
        <translation>检查失败</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>响应码</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>请求日志</translation>
    </message>
    <message>
        <source>The run kept no exchange of this case.</source>
        <translation>此次运行没有保留该用例的交互。</translation>
    </message>
    <message>
        <source>Request and answer</source>
        <translation>请求与响应</translation>
    </message>
    <message>
        <source>Whole pass</source>
        <translation>整体耗时</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>无响应码</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>全部请求</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>全部响应码</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>%1 shown · %2 kept of %3</source>
        <translation>显示 %1 · 保留 %2，共 %3</translation>
    </message>
    <message>
        <source>No entry fits these filters.</source>
        <translation>没有符合筛选条件的记录。</translation>
    </message>
    <message>
        <source>No exchange was kept.</source>
        <translation>没有保留任何交互。</translation>
    </message>
</context>
<context>
    <name>ui::ReportPage</name>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>%1: %2 is %3, limit %4</source>
        <translation>%1：%2 为 %3，限值 %4</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <translation>%1，限值 %2</translation>
    </message>
    <message>
        <source>No limits were set</source>
        <translation>未设置指标</translation>
    </message>
    <message>
        <source>Set limits in the task to have the run judged.</source>
        <translation>在任务中设置指标，即可评判运行。</translation>
    </message>
    <message>
        <source>All limits held</source>
        <translation>全部指标达标</translation>
    </message>
    <message numerus="yes">
        <source>%n limit(s) were looked at.</source>
        <translation>
            <numerusform>检查了 %n 项指标。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 limits missed</source>
        <translation>%2 项指标中 %1 项未达标</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The figures can be trusted</source>
        <translation>数据可信</translation>
    </message>
    <message>
        <source>This computer was the limit</source>
        <translation>本机是瓶颈</translation>
    </message>
    <message>
        <source>This computer was never the limit.</source>
        <translation>本机始终不是瓶颈。</translation>
    </message>
    <message>
        <source>top CPU</source>
        <translation>最高 CPU</translation>
    </message>
    <message>
        <source>lateness p99</source>
        <translation>发送延迟 p99</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>starts dropped</source>
        <translation>丢弃启动</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>%1 req/s on average</source>
        <translation>平均 %1 请求/s</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>TPS</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1</translation>
    </message>
    <message>
        <source>Response time p50</source>
        <translation>响应时间 p50</translation>
    </message>
    <message>
        <source>mean %1 ms</source>
        <translation>平均 %1 ms</translation>
    </message>
    <message>
        <source>Response time p95</source>
        <translation>响应时间 p95</translation>
    </message>
    <message>
        <source>p90 %1 ms</source>
        <translation>p90 %1 ms</translation>
    </message>
    <message>
        <source>Response time p99</source>
        <translation>响应时间 p99</translation>
    </message>
    <message>
        <source>max %1 ms</source>
        <translation>最大 %1 ms</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>失败 %1</translation>
    </message>
    <message>
        <source>Most users</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>接收 %1</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Case shown</source>
        <translation>显示的用例</translation>
    </message>
    <message>
        <source>No run is open. Start a test, or open an earlier run from the history.</source>
        <translation>没有打开的运行。请开始压测，或从历史记录打开。</translation>
    </message>
    <message>
        <source>HTML page, one file, works offline</source>
        <translation>HTML 页面，单个文件，离线可用</translation>
    </message>
    <message>
        <source>PDF, A4 for printing</source>
        <translation>PDF，A4 打印</translation>
    </message>
    <message>
        <source>CSV folder: statistics and curves</source>
        <translation>CSV 文件夹：统计与曲线</translation>
    </message>
    <message>
        <source>XLSX workbook</source>
        <translation>XLSX 工作簿</translation>
    </message>
    <message>
        <source>JSON, the whole run</source>
        <translation>JSON，整个运行</translation>
    </message>
    <message>
        <source>JUnit XML, limits as test cases</source>
        <translation>JUnit XML，指标作为测试用例</translation>
    </message>
    <message>
        <source>success</source>
        <translation>成功率</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>transactions</source>
        <translation>事务</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>This run could not be written to the workspace: when the window closes, it is gone.</source>
        <translation>此次运行无法写入工作区：关闭窗口后即丢失。</translation>
    </message>
    <message>
        <source>Save it elsewhere</source>
        <translation>另存到其他位置</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time</comment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
</context>
<context>
    <name>ui::ReportPeak</name>
    <message>
        <source>Peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>the peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>请求/秒</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Success %</source>
        <translation>成功率 %</translation>
    </message>
</context>
<context>
    <name>ui::ReportStreams</name>
    <message>
        <source>connecting</source>
        <translation>建立连接</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>RTMP connect</source>
        <translation>RTMP 连接</translation>
    </message>
    <message>
        <source>creating the stream</source>
        <translation>创建流</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>推流</translation>
    </message>
    <message>
        <source>no new data</source>
        <translation>没有新数据</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>FLV header</source>
        <translation>FLV 头</translation>
    </message>
    <message>
        <source>time-out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>FLV data</source>
        <translation>FLV 数据</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>流</translation>
    </message>
    <message>
        <source>%1: failed by %2</source>
        <translation>%1：因%2失败</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>播放次数</translation>
    </message>
    <message>
        <source>Success %</source>
        <translation>成功率 %</translation>
    </message>
    <message>
        <source>First frame ms</source>
        <translation>首帧 ms</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>卡顿</translation>
    </message>
    <message>
        <source>Standing still</source>
        <translation>卡顿</translation>
    </message>
    <message>
        <source>Key frames late ms</source>
        <translation>关键帧延迟 ms</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Packets/s</source>
        <translation>包/秒</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>ui::ReportTree</name>
    <message>
        <source>setup</source>
        <translation>前置</translation>
    </message>
    <message>
        <source>Case, transaction, request</source>
        <translation>用例、事务、请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed %</source>
        <translation>失败率 %</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>kB each</source>
        <translation>kB/个</translation>
    </message>
</context>
<context>
    <name>ui::RequestAuth</name>
    <message>
        <source>Kind of authentication</source>
        <translation>鉴权方式</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Name and password</source>
        <translation>用户名和密码</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer 令牌</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Sent with each request as the header Authorization. Keep secrets in a sensitive variable and write ${name} here: then they are stored encrypted and never appear in reports.</source>
        <translation>随每个请求以 Authorization 请求头发送。机密请放入敏感变量，并在此写 ${名称}：它会加密保存，且不会出现在报告中。</translation>
    </message>
</context>
<context>
    <name>ui::RequestBody</name>
    <message>
        <source>Not JSON yet: %1 in line %2.</source>
        <translation>还不是 JSON：第 %2 行 %1。</translation>
    </message>
    <message>
        <source>Kind of body</source>
        <translation>请求体类型</translation>
    </message>
    <message>
        <source>Text or JSON</source>
        <translation>文本或 JSON</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Multipart</source>
        <translation>多部分</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式化</translation>
    </message>
    <message>
        <source>Lay out the JSON</source>
        <translation>排版 JSON</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>What is sent: text or JSON, with ${variables} where it varies</source>
        <translation>发送的内容：文本或 JSON，变化之处用 ${变量}</translation>
    </message>
    <message>
        <source>Form fields</source>
        <translation>表单字段</translation>
    </message>
    <message>
        <source>Type a name and a value: sent as application/x-www-form-urlencoded.</source>
        <translation>输入名称和值：以 application/x-www-form-urlencoded 发送。</translation>
    </message>
    <message>
        <source>Parts of the body</source>
        <translation>请求体的各部分</translation>
    </message>
    <message>
        <source>Each row is a part. A file is read from a path relative to the project file.</source>
        <translation>每行为一个部分。文件路径相对于工程文件。</translation>
    </message>
    <message>
        <source>Edit the body</source>
        <translation>编辑请求体</translation>
    </message>
    <message>
        <source>Format the body</source>
        <translation>格式化请求体</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File with the body</source>
        <translation>请求体文件</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the file with the body</source>
        <translation>选择请求体文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>path, relative to the project file</source>
        <translation>路径，相对于工程文件</translation>
    </message>
    <message>
        <source>Its bytes are sent as they are, without looking for ${…}. It is read once, before the run; give a Content-Type among the headers.</source>
        <translation>其字节原样发送，不查找 ${…}。文件在运行前读取一次；请在请求头中给出 Content-Type。</translation>
    </message>
</context>
<context>
    <name>ui::RequestChecks</name>
    <message>
        <source>Check the answer</source>
        <translation>启用检查点</translation>
    </message>
    <message>
        <source>The request passes when</source>
        <translation>请求通过条件</translation>
    </message>
    <message>
        <source>all hold</source>
        <translation>全部满足</translation>
    </message>
    <message>
        <source>one holds</source>
        <translation>任一满足</translation>
    </message>
    <message>
        <source>Tries after a failure</source>
        <translation>失败后重试次数</translation>
    </message>
    <message>
        <source>Pause between tries, ms</source>
        <translation>重试间隔，ms</translation>
    </message>
    <message>
        <source>If it fails, try again</source>
        <translation>失败后重试</translation>
    </message>
    <message>
        <source>times, after</source>
        <translation>次，间隔</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Add check</source>
        <translation>添加检查点</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Without a check, an answer with a 2xx status passes.</source>
        <translation>没有检查点时，2xx 状态码的响应即为通过。</translation>
    </message>
    <message>
        <source>Only the last try enters the report. Numbers are compared as numbers; a status also as 2xx or 200-299. After debugging, checks are tried on the last answer as you type.</source>
        <translation>只有最后一次尝试计入报告。数字按数值比较；状态码也可写成 2xx 或 200-299。调试之后，输入时即对上次响应试用检查点。</translation>
    </message>
</context>
<context>
    <name>ui::RequestEditor</name>
    <message>
        <source>Query parameters</source>
        <translation>查询参数</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>请求头</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>请求的组成</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Name of the request</source>
        <translation>请求名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Change the method</source>
        <translation>更改方法</translation>
    </message>
    <message>
        <source>Edit the URL</source>
        <translation>编辑 URL</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>响应提取</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Type a name and a value: appended to the URL, encoded.</source>
        <translation>输入名称和值：编码后附加到 URL。</translation>
    </message>
    <message>
        <source>Type a name and a value: sent as it stands. Host and Content-Length are made for you.</source>
        <translation>输入名称和值：原样发送。Host 和 Content-Length 自动生成。</translation>
    </message>
    <message>
        <source>Auth</source>
        <translation>鉴权</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Change the protocol</source>
        <translation>更改协议</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>流媒体</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>报文</translation>
    </message>
</context>
<context>
    <name>ui::RequestExtraction</name>
    <message>
        <source>Add extraction</source>
        <translation>添加响应提取</translation>
    </message>
    <message>
        <source>Extraction</source>
        <translation>响应提取</translation>
    </message>
    <message>
        <source>Keeps a part of the answer as ${variable} for later steps of the same user.</source>
        <translation>把响应的一部分存为 ${变量}，供同一用户的后续步骤使用。</translation>
    </message>
    <message>
        <source>Match counts from 1; group 0 is the whole match, 1 what the first ( ) holds. With “Must be” set, another value fails the request. After debugging, what is found in the last answer shows as you type.</source>
        <translation>匹配序号从 1 开始；组 0 为整个匹配，1 为第一个 ( ) 的内容。设置“要求”后，其他值会使请求失败。调试之后，输入时即显示在上次响应中找到的内容。</translation>
    </message>
</context>
<context>
    <name>ui::RequestInput</name>
    <message>
        <source>or: %1</source>
        <translation>或：%1</translation>
    </message>
    <message>
        <source>Address or cURL command</source>
        <translation>地址或 cURL 命令</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Edit first</source>
        <translation>先编辑</translation>
    </message>
    <message>
        <source>Send once</source>
        <translation>发送一次</translation>
    </message>
    <message>
        <source>Load test this</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>1 header</source>
        <translation>1 个请求头</translation>
    </message>
    <message>
        <source>%1 headers</source>
        <translation>%1 个请求头</translation>
    </message>
    <message>
        <source>a form of 1 field</source>
        <translation>含 1 个字段的表单</translation>
    </message>
    <message>
        <source>a form of %1 fields</source>
        <translation>含 %1 个字段的表单</translation>
    </message>
    <message>
        <source>JSON body</source>
        <translation>JSON 请求体</translation>
    </message>
    <message>
        <source>a body</source>
        <translation>请求体</translation>
    </message>
    <message>
        <source>cURL recognised: %1</source>
        <translation>已识别 cURL：%1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无响应</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
</context>
<context>
    <name>ui::RequestOptions</name>
    <message>
        <source>Connect within, ms</source>
        <translation>连接超时，ms</translation>
    </message>
    <message>
        <source>Answer within, ms</source>
        <translation>响应超时，ms</translation>
    </message>
    <message>
        <source>Think after the answer</source>
        <translation>响应后思考</translation>
    </message>
    <message>
        <source>Think time, ms</source>
        <translation>思考时间，ms</translation>
    </message>
    <message>
        <source>Kind of think time</source>
        <translation>思考时间方式</translation>
    </message>
    <message>
        <source>paced</source>
        <translation>按节奏</translation>
    </message>
    <message>
        <source>full</source>
        <translation>完整等待</translation>
    </message>
    <message>
        <source>Paced: the next request starts this long after this one was sent; a slower answer takes the wait away. Full: always waits the whole time after the answer.</source>
        <translation>按节奏：从本请求发出算起，间隔此时长后发出下一个；响应更慢则不再等待。完整等待：响应后总是等满此时长。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Follow redirects, at most 10</source>
        <translation>跟随重定向，最多 10 次</translation>
    </message>
    <message>
        <source>Keep cookies for each user</source>
        <translation>为每个用户保存 Cookie</translation>
    </message>
    <message>
        <source>Unpack compressed answers for checks and extraction</source>
        <translation>解压响应以供检查和提取</translation>
    </message>
    <message>
        <source>A failure ends the pass of this user</source>
        <translation>失败即结束该用户本次执行</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Use a new connection each time</source>
        <translation>每次使用新连接</translation>
    </message>
    <message>
        <source>Speak HTTP/2, and nothing else</source>
        <translation>只使用 HTTP/2</translation>
    </message>
    <message>
        <source>Requests at a time on a connection that users share; 0: each has its own</source>
        <translation>用户共享连接时每个连接的并发请求数；0：各用各的连接</translation>
    </message>
    <message>
        <source>Verify the server&apos;s certificate</source>
        <translation>校验服务器证书</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Client certificate, PEM file</source>
        <translation>客户端证书，PEM 文件</translation>
    </message>
    <message>
        <source>Its key, PEM file</source>
        <translation>私钥，PEM 文件</translation>
    </message>
    <message>
        <source>Password of the key</source>
        <translation>私钥密码</translation>
    </message>
    <message>
        <source>path, relative to the project file</source>
        <translation>路径，相对于工程文件</translation>
    </message>
    <message>
        <source>empty: in the certificate&apos;s file</source>
        <translation>留空：在证书文件中</translation>
    </message>
    <message>
        <source>Addresses of hosts</source>
        <translation>主机地址</translation>
    </message>
    <message>
        <source>Type a host name and the addresses to use for it.</source>
        <translation>输入主机名及其使用的地址。</translation>
    </message>
    <message>
        <source>Used instead of DNS; several addresses are separated by commas.</source>
        <translation>代替 DNS 解析；多个地址以逗号分隔。</translation>
    </message>
    <message>
        <source>A proxy is written http://host:port, with user:password@ before the host if it asks.</source>
        <translation>代理写成 http://主机:端口，需要时在主机前加 用户:密码@。</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>ui::RequestsCard</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>req/s</source>
        <translation>次/秒</translation>
    </message>
    <message>
        <source>Failed %</source>
        <translation>失败率 %</translation>
    </message>
    <message>
        <source>Mean ms</source>
        <translation>平均 ms</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>p%1, last 2 min</source>
        <translation>p%1，最近 2 分钟</translation>
    </message>
</context>
<context>
    <name>ui::RunControl</name>
    <message>
        <source>There is no case to run; add one first.</source>
        <translation>没有可运行的用例；请先添加。</translation>
    </message>
    <message>
        <source>The task is gone.</source>
        <translation>该任务已不存在。</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>for this computer; each change holds at once</source>
        <translation>仅用于本机，修改立即生效</translation>
    </message>
    <message>
        <source>open the last project</source>
        <translation>打开上次的工程</translation>
    </message>
    <message>
        <source>show the welcome page</source>
        <translation>显示欢迎页</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>At start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Ask before a running test is stopped</source>
        <translation>停止正在运行的压测前询问</translation>
    </message>
    <message>
        <source>when the window is closed meanwhile</source>
        <translation>在运行中关闭窗口时</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Theme: %1</source>
        <translation>主题：%1</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>changes at once</source>
        <translation>立即切换</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Worker threads of a run</source>
        <translation>压测的工作线程数</translation>
    </message>
    <message>
        <source>automatic: all cores but one; this computer has %1</source>
        <translation>自动：比核心数少一个；本机有 %1 个核心</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>Make a new one…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>the file that holds projects and runs</source>
        <translation>保存工程与运行记录的文件</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>select a command and press F2 to type its keys</source>
        <translation>选中命令后按 F2 输入按键</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Each day the workspace is open, a copy is put into the folder beside it; the last %1 are kept.</source>
        <translation>工作区打开的每一天，都会在旁边的文件夹中放一份副本；保留最近 %1 份。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutModel</name>
    <message>
        <source>Standard: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”; take it away there first.</source>
        <translation>%1 已用于“%2”；请先在那里取消。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutTable</name>
    <message>
        <source>New shortcut</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Find a command or keys</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Double click or F2: type the new keys</source>
        <translation>双击或按 F2 输入新按键</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>All to standard</source>
        <translation>全部恢复默认</translation>
    </message>
</context>
<context>
    <name>ui::SlaEditor</name>
    <message>
        <source>Add rule</source>
        <translation>添加规则</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Checked every 6 s while the test runs, and over the whole run at its end.</source>
        <translation>压测期间每 6 s 检查一次，结束时再对整次运行检查。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>No rule yet. A rule says what must hold, for example that 95 % of the answers come within 300 ms.</source>
        <translation>还没有规则。规则说明必须满足的条件，例如 95 % 的响应在 300 ms 内。</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>作用于</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Must be</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Windows in a row</source>
        <translation>连续窗口</translation>
    </message>
    <message>
        <source>When it breaks</source>
        <translation>违反时</translation>
    </message>
    <message>
        <source>alarm, go on</source>
        <translation>告警并继续</translation>
    </message>
    <message>
        <source>stop the test</source>
        <translation>停止压测</translation>
    </message>
    <message>
        <source>Windows of 6 s in a row</source>
        <translation>连续 6 s 窗口数</translation>
    </message>
</context>
<context>
    <name>ui::StageEditor</name>
    <message>
        <source>Add stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Load curve</source>
        <translation>压力曲线</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>A step lasts, s</source>
        <translation>每步时长，s</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>添加阶段</translation>
    </message>
    <message>
        <source>Duplicate the stage</source>
        <translation>复制阶段</translation>
    </message>
    <message>
        <source>Drag the curve</source>
        <translation>拖动曲线</translation>
    </message>
    <message>
        <source>Shape: %1</source>
        <translation>形状：%1</translation>
    </message>
    <message>
        <source>Shape the stage: %1</source>
        <translation>设置阶段形状：%1</translation>
    </message>
    <message>
        <source>Gradient before</source>
        <translation>前置梯度</translation>
    </message>
    <message>
        <source>Add a gradient</source>
        <translation>添加梯度</translation>
    </message>
    <message>
        <source>No stage yet.</source>
        <translation>还没有阶段。</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a stage</source>
        <translation>Alt+↑ / Alt+↓ 移动阶段</translation>
    </message>
    <message>
        <source>From, users</source>
        <translation>起始并发</translation>
    </message>
    <message>
        <source>Adds in all</source>
        <translation>总增加</translation>
    </message>
    <message>
        <source>In steps of, %</source>
        <translation>每步，%</translation>
    </message>
    <message>
        <source>In all, s, 0: all steps</source>
        <translation>总时长，s，0：全部步骤</translation>
    </message>
    <message>
        <source>Remove the gradient</source>
        <translation>移除梯度</translation>
    </message>
    <message>
        <source>Gradient, before the stages</source>
        <translation>阶段前的梯度</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>总时长</translation>
    </message>
    <message>
        <source>most users</source>
        <translation>最大并发</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>执行次数</translation>
    </message>
    <message>
        <source>highest, passes a second</source>
        <translation>最高每秒执行次数</translation>
    </message>
    <message>
        <source>users the rate needs</source>
        <translation>该速率所需并发</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>if a pass takes, s</source>
        <translation>若一次执行耗时，s</translation>
    </message>
    <message>
        <source>Seconds a pass takes</source>
        <translation>一次执行耗时（秒）</translation>
    </message>
    <message>
        <source>%1 +</source>
        <translation>%1 +</translation>
    </message>
    <message>
        <source>The rate needs %1 users when a pass takes that long, but at most %2 are allowed: passes would be left out. Allow more users, or ask for less.</source>
        <translation>一次执行若耗时如此，该速率需要 %1 并发，但最多允许 %2：部分执行将被丢弃。请提高并发上限或降低速率。</translation>
    </message>
    <message>
        <source>Change the warm-up</source>
        <translation>更改预热</translation>
    </message>
    <message>
        <source>warm-up, s</source>
        <translation>预热，s</translation>
    </message>
    <message>
        <source>Warm-up in seconds</source>
        <translation>预热秒数</translation>
    </message>
    <message>
        <source>The first seconds are drawn, but count in no figure and no rule.</source>
        <translation>最初若干秒会绘制，但不计入任何数据和规则。</translation>
    </message>
    <message>
        <source>This computer can make this load.</source>
        <translation>本机可以产生此负载。</translation>
    </message>
</context>
<context>
    <name>ui::StageFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>after a time</source>
        <translation>按时长</translation>
    </message>
    <message>
        <source>after passes</source>
        <translation>按执行次数</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>压力</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动调压</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动调压</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>并发</translation>
    </message>
    <message>
        <source>Passes a second</source>
        <translation>每秒执行次数</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Users, at most</source>
        <translation>用户上限</translation>
    </message>
    <message>
        <source>Starts with, users</source>
        <translation>起始并发</translation>
    </message>
    <message>
        <source>Starts with, a second</source>
        <translation>起始，每秒</translation>
    </message>
    <message>
        <source>Step, users</source>
        <translation>步长，并发</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Lasts, s</source>
        <translation>时长，s</translation>
    </message>
    <message>
        <source>Passes in all</source>
        <translation>总执行次数</translation>
    </message>
    <message>
        <source>Rises for, s</source>
        <translation>上升时长，s</translation>
    </message>
    <message>
        <source>At the top for, s</source>
        <translation>峰顶时长，s</translation>
    </message>
    <message>
        <source>A step lasts, s</source>
        <translation>每步时长，s</translation>
    </message>
    <message>
        <source>The peak keeps the mean response time, ms</source>
        <translation>峰值须满足平均响应时间，ms</translation>
    </message>
    <message>
        <source>The peak keeps the success rate, %</source>
        <translation>峰值须满足成功率，%</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>Stage %1: %2</source>
        <translation>阶段 %1：%2</translation>
    </message>
    <message>
        <source>End with the step that shows the knee</source>
        <translation>出现拐点时结束</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Engine: running</source>
        <translation>引擎：运行中</translation>
    </message>
    <message>
        <source>Engine: ready</source>
        <translation>引擎：就绪</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开的工作区</translation>
    </message>
</context>
<context>
    <name>ui::StepEditor</name>
    <message>
        <source>Choose a step on the left, or add one: a request, a loop, a condition.</source>
        <translation>在左侧选择步骤，或添加一个：请求、循环、条件。</translation>
    </message>
</context>
<context>
    <name>ui::StepList</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>制作副本</translation>
    </message>
    <message>
        <source>Enable or disable</source>
        <translation>启用或禁用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Find and replace in requests</source>
        <translation>在请求中查找和替换</translation>
    </message>
    <message>
        <source>Steps of the case</source>
        <translation>用例步骤</translation>
    </message>
    <message>
        <source>Add a request to begin.</source>
        <translation>添加一个请求以开始。</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 个请求</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 个请求</translation>
    </message>
    <message>
        <source>%1 switched off</source>
        <translation>%1 个已禁用</translation>
    </message>
    <message>
        <source>Transaction of the library</source>
        <translation>事务库中的事务</translation>
    </message>
    <message>
        <source>Put into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>Steps can be nested at most ten levels deep.</source>
        <translation>步骤最多嵌套十层。</translation>
    </message>
    <message>
        <source>Paste a step</source>
        <translation>粘贴步骤</translation>
    </message>
    <message>
        <source>Paste %1 steps</source>
        <translation>粘贴 %1 个步骤</translation>
    </message>
    <message>
        <source>The steps do not fit here: steps can be nested at most ten levels deep.</source>
        <translation>这些步骤放不进这里：步骤最多嵌套十层。</translation>
    </message>
    <message>
        <source>Duplicate %1 steps</source>
        <translation>复制 %1 个步骤</translation>
    </message>
    <message>
        <source>Switch on %1 steps</source>
        <translation>启用 %1 个步骤</translation>
    </message>
    <message>
        <source>Switch off %1 steps</source>
        <translation>禁用 %1 个步骤</translation>
    </message>
    <message>
        <source>Wrap “%1”</source>
        <translation>包裹“%1”</translation>
    </message>
    <message>
        <source>Wrap %1 steps</source>
        <translation>包裹 %1 个步骤</translation>
    </message>
    <message>
        <source>Debug only this</source>
        <translation>仅调试此项</translation>
    </message>
</context>
<context>
    <name>ui::StepProblems</name>
    <message>
        <source>and %1 more</source>
        <translation>及另外 %1 条</translation>
    </message>
</context>
<context>
    <name>ui::StressMarkEdit</name>
    <message>
        <source>Header of marked requests</source>
        <translation>带标记请求的请求头</translation>
    </message>
    <message>
        <source>Tasks with full-link stress on, and cases with linked applications, send it with each HTTP request and WebSocket handshake, in place of a header of that name.</source>
        <translation>开启全链路的任务和关联了应用的用例在每个 HTTP 请求和 WebSocket 握手中发送它，并取代同名的请求头。</translation>
    </message>
    <message>
        <source>Name of the stress mark</source>
        <translation>压测标记的名称</translation>
    </message>
    <message>
        <source>Value of the stress mark</source>
        <translation>压测标记的值</translation>
    </message>
</context>
<context>
    <name>ui::TaskEditor</name>
    <message>
        <source>Cases</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Parts of the task</source>
        <translation>任务的组成</translation>
    </message>
    <message>
        <source>Run task</source>
        <translation>运行任务</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>The cases run</source>
        <translation>用例执行方式</translation>
    </message>
    <message>
        <source>together</source>
        <translation>并行</translation>
    </message>
    <message>
        <source>one after another</source>
        <translation>依次执行</translation>
    </message>
    <message>
        <source>Benchmark concurrency</source>
        <translation>基准并发</translation>
    </message>
    <message>
        <source>Scale all stages by it: 100 leaves them as they are</source>
        <translation>按比例缩放所有阶段：100 表示不变</translation>
    </message>
    <message>
        <source>Add case</source>
        <translation>添加用例</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Drag, or Alt+Up and Alt+Down, to change the order</source>
        <translation>拖动或用 Alt+↑ / Alt+↓ 调整顺序</translation>
    </message>
    <message>
        <source>Cases of the task</source>
        <translation>任务的用例</translation>
    </message>
    <message>
        <source>No case yet. Add those that run in this task.</source>
        <translation>还没有用例。请添加此任务要执行的用例。</translation>
    </message>
    <message>
        <source>All cases are in the task</source>
        <translation>所有用例都已在任务中</translation>
    </message>
    <message>
        <source>Another task has this name.</source>
        <translation>已有任务使用此名称。</translation>
    </message>
    <message>
        <source>The task has no case yet: add one below.</source>
        <translation>任务还没有用例：请在下方添加。</translation>
    </message>
    <message>
        <source>Full-link: mark every request with the stress mark</source>
        <translation>全链路：为每个请求加上压测标记</translation>
    </message>
</context>
<context>
    <name>ui::TasksEditor</name>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>添加任务</translation>
    </message>
    <message>
        <source>No task yet.</source>
        <translation>还没有任务。</translation>
    </message>
    <message>
        <source>A task runs several cases as one test, together or one after another, and has rules for the whole. Choose one on the left, or add one.</source>
        <translation>任务把多个用例作为一次压测执行，并行或依次，并可为整体设置规则。请在左侧选择或添加。</translation>
    </message>
    <message>
        <source>Task %1</source>
        <translation>任务 %1</translation>
    </message>
</context>
<context>
    <name>ui::ThroughputPage</name>
    <message>
        <source>Throughput limit</source>
        <translation>吞吐量上限</translation>
    </message>
    <message>
        <source>All users of the case together send at most this many of the requests inside. Waiting is not counted as response time.</source>
        <translation>该用例的全部用户合计最多发出这么多其中的请求。等待不计入响应时间。</translation>
    </message>
    <message>
        <source>Requests a second, at most</source>
        <translation>每秒请求上限</translation>
    </message>
    <message>
        <source>The limit must be above 0 requests a second.</source>
        <translation>上限必须大于每秒 0 个请求。</translation>
    </message>
</context>
<context>
    <name>ui::TopBar</name>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Environment: the values that variables take</source>
        <translation>环境：变量的取值</translation>
    </message>
    <message>
        <source>No environment</source>
        <translation>无环境</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>停止压测</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>Debug the case</source>
        <translation>调试用例</translation>
    </message>
    <message>
        <source>Sends the case once with one user and shows every exchange</source>
        <translation>用一个用户把用例发送一次，并显示每次交互</translation>
    </message>
</context>
<context>
    <name>ui::UndoHistory</name>
    <message>
        <source>History of changes</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Changes, the newest last</source>
        <translation>修改，最新的在最后</translation>
    </message>
    <message>
        <source>As it was when it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Choose an entry to go back or forward to it.</source>
        <translation>选择一项即可回到该状态。</translation>
    </message>
</context>
<context>
    <name>ui::UserSharePage</name>
    <message>
        <source>Share of users</source>
        <translation>并发权重</translation>
    </message>
    <message>
        <source>Splits the users over branches by weight: 60 users in 1 : 2 : 3 are 10, 20 and 30.</source>
        <translation>按权重把用户分到各分支：60 个用户按 1 : 2 : 3 为 10、20 和 30。</translation>
    </message>
    <message>
        <source>A user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>keeps its branch</source>
        <translation>固定分支</translation>
    </message>
    <message>
        <source>draws at each pass</source>
        <translation>每次执行随机选择</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Type a name: a branch of its own in the list of steps.</source>
        <translation>输入名称：在步骤列表中成为一个独立分支。</translation>
    </message>
    <message>
        <source>Add branch</source>
        <translation>添加分支</translation>
    </message>
    <message>
        <source>It has no branch yet: add one.</source>
        <translation>还没有分支：请添加。</translation>
    </message>
    <message>
        <source>The weight of a branch must be from 1 to 10,000.</source>
        <translation>分支权重应为 1 到 10,000。</translation>
    </message>
</context>
<context>
    <name>ui::VariableHelp</name>
    <message>
        <source>${%1} is not known; it is sent as written.</source>
        <translation>${%1} 未定义，将原样发送。</translation>
    </message>
</context>
<context>
    <name>ui::VariablesEditor</name>
    <message>
        <source>A variable stands in requests as ${name} and gives each user, in each pass, a value: from a list, a range or a file. Choose one on the left, or add one.</source>
        <translation>变量在请求中写作 ${名称}，为每个用户的每次执行提供一个值：来自列表、范围或文件。请在左侧选择或添加。</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>添加变量</translation>
    </message>
    <message>
        <source>No variable yet.</source>
        <translation>还没有变量。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Sensitive: stored encrypted, never shown again</source>
        <translation>敏感：加密保存，不再显示</translation>
    </message>
    <message>
        <source>Set the sensitive value</source>
        <translation>设置敏感值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Values, one a line</source>
        <translation>值，每行一个</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>CSV or XLSX; the first line names the columns</source>
        <translation>CSV 或 XLSX；首行为列名</translation>
    </message>
    <message>
        <source>stored; type a new one to replace it</source>
        <translation>已保存；输入新值可替换</translation>
    </message>
    <message>
        <source>Values are read</source>
        <translation>取值方式</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>共享方式</translation>
    </message>
    <message>
        <source>the whole case</source>
        <translation>用例共享</translation>
    </message>
    <message>
        <source>each user alone</source>
        <translation>并发独享</translation>
    </message>
    <message>
        <source>After the last</source>
        <translation>取完之后</translation>
    </message>
    <message>
        <source>start over</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>stop the user</source>
        <translation>停止该用户</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Values it gives next</source>
        <translation>接下来的取值</translation>
    </message>
    <message>
        <source>Sensitive text</source>
        <translation>敏感文本</translation>
    </message>
    <message>
        <source>Integer range</source>
        <translation>整数范围</translation>
    </message>
    <message>
        <source>File, CSV or XLSX</source>
        <translation>文件，CSV 或 XLSX</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>密文</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx);;All files (*)</source>
        <translation>表格 (*.csv *.xlsx);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>%1 rows, %2 columns</source>
        <translation>%1 行，%2 列</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
</context>
<context>
    <name>ui::WelcomePage</name>
    <message>
        <source>today, %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>What should carry the load?</source>
        <translation>要压测什么？</translation>
    </message>
    <message>
        <source>Paste an address or a cURL command. Send it once, then test it under load.</source>
        <translation>粘贴地址或 cURL 命令。先发送一次，再进行压测。</translation>
    </message>
    <message>
        <source>Everything stays on this computer: no account, no cloud, no telemetry.</source>
        <translation>一切都留在本机：无账号、无云端、无遥测。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No project yet. Paste a request above, or begin with an empty project.</source>
        <translation>还没有工程。请在上方粘贴请求，或新建空工程。</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>示例工程</translation>
    </message>
    <message>
        <source>A small shop that runs on this computer: browse, sign in, search. Ready to start, with load curves of several kinds.</source>
        <translation>在本机运行的小商店：浏览、登录、搜索。含多种压力曲线，可直接开始。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
</context>
<context>
    <name>ui::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新工程</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开工程</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例工程</translation>
    </message>
    <message>
        <source>Delete project…</source>
        <translation>删除工程…</translation>
    </message>
    <message>
        <source>Export project…</source>
        <translation>导出工程…</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>新建工作区…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>打开工作区…</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>最近的工作区</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>修改历史</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Run test</source>
        <translation>开始压测</translation>
    </message>
    <message>
        <source>Run all cases</source>
        <translation>运行全部用例</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Filter the project tree</source>
        <translation>筛选工程树</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>Debug case</source>
        <translation>调试用例</translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation>此处的帮助</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Expand the project tree</source>
        <translation>展开工程树</translation>
    </message>
    <message>
        <source>Collapse the project tree</source>
        <translation>折叠工程树</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Run without think times</source>
        <translation>不带思考时间运行</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Send this request</source>
        <translation>发送此请求</translation>
    </message>
    <message>
        <source>Clear the debug page</source>
        <translation>清空调试页</translation>
    </message>
    <message>
        <source>Replace in requests…</source>
        <translation>在请求中替换…</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
</context>
</TS>
